import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentId } from './content-id.ts';
import type { Base } from './engine-record.ts';
import { git } from './git.ts';
import { isOfEngine } from './ownership.ts';
import { packageSchema } from './package-file.ts';

/** Everything that the engine's files ever were. */
export interface History {
  /** For each path the ids of the contents that were committed there. */
  contents: ReadonlyMap<string, ReadonlySet<string>>;
  commits: readonly Commit[];
}

/** A commit, after its parents in the list, with what it changed against the first of them. */
interface Commit {
  id: string;
  parent: string;
  changes: { path: string; before: string | null; after: string | null }[];
}

/** The history of the engine's files in all branches and tags of a repository. */
export function readHistory(repository: string): History {
  const { output } = git(
    repository,
    ...['log', '--all', 'HEAD', '--reverse', '--topo-order', '--diff-merges=first-parent', '--raw'],
    ...['--root', '--no-renames', '--no-abbrev', '--format=commit %H %P'],
  );
  const contents = new Map<string, Set<string>>();
  const commits: Commit[] = [];
  for (const line of output.split('\n')) {
    const [, id, parent] = /^commit (\w+) ?(\w*)/.exec(line) ?? [];
    if (id !== undefined) commits.push({ id, parent: parent ?? '', changes: [] });
    const [, before = '', after = '', path = ''] = /^:\d+ \d+ (\w+) (\w+) \w+\t(.*)$/.exec(line) ?? [];
    if (path === '' || !isOfEngine(path)) continue;
    commits.at(-1)?.changes.push({ path, before: contentOf(before), after: contentOf(after) });
    if (contentOf(after)) contents.set(path, (contents.get(path) ?? new Set()).add(after));
  }
  return { contents, commits };
}

/** Git writes zeros where there is no file. */
const contentOf = (id: string) => (/^0*$/.test(id) ? null : id);

/**
 * The commit of the engine that a site is most like, whether or not the two have a history in common: it has the
 * most files with the same content, and the fewest that only one of them has. Of equals the latest.
 * @returns null where the site has no file in common with any
 */
export function nearestCommit(site: string, { contents, commits }: History): string | null {
  const own = new Map<string, string>();
  for (const [path, ids] of contents) {
    try {
      own.set(path, contentId(readFileSync(join(site, path)), [...ids][0]));
    } catch {
      // the site has no such file
    }
  }
  const scoreOf = (path: string, id: string | null) => {
    if (id === null) return 0;
    return own.has(path) ? (own.get(path) === id ? 2 : 1) : -1;
  };
  const scores = new Map<string, number>();
  let best: string | null = null;
  for (const { id, parent, changes } of commits) {
    const score = changes.reduce(
      (sum, { path, before, after }) => sum + scoreOf(path, after) - scoreOf(path, before),
      scores.get(parent) ?? 0,
    );
    scores.set(id, score);
    if (score > 0 && score >= (best === null ? 0 : (scores.get(best) ?? 0))) best = id;
  }
  return best;
}

/** The engine at a commit. */
export function engineAt(repository: string, commit: string): Base {
  const { output } = git(repository, 'ls-tree', '-r', '-z', '--full-tree', commit);
  const files = new Map<string, string>();
  for (const line of output.split('\0')) {
    const [, id, path] = /^\d+ blob (\w+)\t(.*)$/s.exec(line) ?? [];
    if (id !== undefined && path !== undefined && isOfEngine(path)) files.set(path, id);
  }
  const parsed = packageSchema.safeParse(json(git(repository, 'show', `${commit}:package.json`).output));
  return { version: nameOfCommit(repository, commit), files, package: parsed.success ? parsed.data : null };
}

/** The tag of a commit, or its first digits. */
export function nameOfCommit(repository: string, commit: string): string {
  const { output } = git(repository, 'tag', '--points-at', commit, '--sort=-version:refname');
  return output.split('\n')[0] || commit.slice(0, 10);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
