import { execFileSync } from 'node:child_process';
import { relative } from 'node:path';
import { contentFolder } from '../paths.ts';

/**
 * What was committed: what others may have linked to. What is only in the working copy has been seen by nobody
 * but its author.
 */
export interface History {
  /**
   * A file as it was last committed, one text for each side that has it: while a merge or a rebase is open, the
   * other branch counts as well. `undefined` for a file that git is told to ignore, so that everything in it must
   * be taken as published.
   */
  texts(path: string): string[] | undefined;
  /** The commit that last held a file, and the file as it was; as far as the history goes here. */
  last(path: string): { commit: string; text: string } | undefined;
}

/** @returns null where there is no git to ask, or nothing was committed yet */
export function openHistory(): History | null {
  if (git(['rev-parse', '--verify', 'HEAD']) === undefined) return null;
  const others = ['MERGE_HEAD', 'REBASE_HEAD', 'CHERRY_PICK_HEAD'];
  const sides = ['HEAD', ...others.filter((name) => git(['rev-parse', '-q', '--verify', name]))];
  return {
    texts(path) {
      const found = sides.flatMap((side) => git(['show', `${side}:${named(path)}`]) ?? []);
      if (found.length === 0 && git(['check-ignore', '-q', path]) !== undefined) return undefined;
      return found;
    },
    last(path) {
      const now = git(['show', `HEAD:${named(path)}`]);
      if (now !== undefined) return { commit: 'HEAD', text: now };
      const change = git(['log', '-1', '--diff-filter=D', '--format=%h', '--', path])?.trim();
      const text = change ? git(['show', `${change}^:${named(path)}`]) : undefined;
      return text === undefined ? undefined : { commit: `${change}^`, text };
    },
  };
}

/** A path as git reads it behind a commit, from the folder it is asked in. */
function named(path: string): string {
  return `./${relative(contentFolder, path).replaceAll('\\', '/')}`;
}

function git(args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd: contentFolder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28, // bytes
    });
  } catch {
    return undefined;
  }
}
