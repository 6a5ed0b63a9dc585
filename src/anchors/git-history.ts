import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { contentFolder } from '../paths.ts';

/** What was committed: what others may have linked to. Only its author has seen the rest of the working copy. */
export interface History {
  /**
   * A file as it was last committed, one text for each side that has it: while a merge or a rebase is open, the
   * other branch counts as well. `undefined` for a file that git ignores: everything in it counts as published.
   */
  texts(path: string): string[] | undefined;
  /** The commit that last held a file, and the file as it was; as far as the history goes here. */
  last(path: string): { commit: string; text: string } | undefined;
}

/** The commits that count as published: the last one, and that of the other branch of an open operation. */
const sides = ['HEAD', 'MERGE_HEAD', 'REBASE_HEAD', 'CHERRY_PICK_HEAD'];

/**
 * Loads what git has of the given files with two processes, whatever their number. Other files may be asked for
 * later; each of those costs a process.
 * @param paths files in the content folder
 * @returns null where there is no git, no repository or no commit
 */
export function loadHistory(paths: readonly string[]): History | null {
  const texts = new Map<string, string[]>();
  const head = new Map<string, string>();
  const ignored = new Map<string, boolean>();
  const commits = readObjects(sides);
  if (commits[0] === undefined) return null;
  const openSides = sides.filter((_, index) => commits[index] !== undefined);
  load(paths);
  return {
    texts(path) {
      const found = textsOf(path);
      return found.length === 0 && isIgnored(path) ? undefined : [...found];
    },
    last(path) {
      textsOf(path);
      const text = head.get(path);
      return text === undefined ? beforeDeletion(path) : { commit: 'HEAD', text };
    },
  };

  function load(names: readonly string[]): void {
    const answers = readObjects(names.flatMap((path) => openSides.map((side) => `${side}:${gitPath(path)}`)));
    names.forEach((path, index) => {
      const found = answers.slice(index * openSides.length, (index + 1) * openSides.length);
      texts.set(
        path,
        found.filter((text) => text !== undefined),
      );
      if (found[0] !== undefined) head.set(path, found[0]);
    });
  }

  function textsOf(path: string): readonly string[] {
    if (!texts.has(path)) load([path]);
    return texts.get(path) ?? [];
  }

  function isIgnored(path: string): boolean {
    if (!ignored.has(path)) {
      const unchecked = [...texts.keys()].filter((name) => textsOf(name).length === 0 && !ignored.has(name));
      const found = ignoredAmong(unchecked);
      for (const name of unchecked) ignored.set(name, found.has(name));
    }
    return ignored.get(path) === true;
  }
}

/** A file as it was before the commit that deleted it. */
function beforeDeletion(path: string): { commit: string; text: string } | undefined {
  const log = git(['log', '-1', '--diff-filter=D', '--format=%h', '--', gitPath(path)]);
  const deletion = log.status === 0 ? log.stdout.toString().trim() : '';
  if (deletion === '') return undefined;
  const commit = `${deletion}^`;
  const [text] = readObjects([`${commit}:${gitPath(path)}`]);
  return text === undefined ? undefined : { commit, text };
}

/** The contents of objects, in the order of their names; `undefined` for one that does not exist. */
function readObjects(names: readonly string[]): (string | undefined)[] {
  const asked = names.map((name) => name.replaceAll('\n', ' ')); // git reads one name a line
  const { stdout } = git(['cat-file', '--batch'], `${asked.join('\n')}\n`);
  let at = 0;
  return asked.map(() => {
    const end = stdout.indexOf('\n', at);
    if (end < 0) return undefined; // no git or no repository
    const size = /^[0-9a-f]+ \w+ (\d+)$/.exec(stdout.toString('utf8', at, end))?.[1];
    at = end + 1;
    if (size === undefined) return undefined;
    const text = stdout.toString('utf8', at, at + Number(size));
    at += Number(size) + 1; // a line end follows the content
    return text;
  });
}

/** The files that git ignores, of those given. */
function ignoredAmong(paths: readonly string[]): ReadonlySet<string> {
  const byName = new Map(paths.map((path) => [gitPath(path), path]));
  const { status, stdout } = git(['check-ignore', '-z', '--stdin'], [...byName.keys()].join('\0'));
  // git stops at a path through a symbolic link and does not read the rest
  if (status !== 0 && status !== 1 && paths.length > 1)
    return new Set(paths.flatMap((path) => [...ignoredAmong([path])]));
  const names = stdout.toString().split('\0');
  return new Set(names.flatMap((name) => byName.get(name) ?? []));
}

/** A path as git reads it after a commit: relative to the content folder, in which git runs. */
function gitPath(path: string): string {
  return `./${relative(contentFolder, path).replaceAll('\\', '/')}`;
}

function git(args: readonly string[], input = ''): { status: number | null; stdout: Buffer } {
  const { status, stdout } = spawnSync('git', args, {
    cwd: contentFolder,
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  return { status, stdout: stdout ?? Buffer.alloc(0) }; // null where git could not be started
}
