import { folderOfEssays } from './changed-files.ts';
import { type Dropped, droppedAnchors, type StoredHistory } from './dropped-anchors.ts';
import { git, gitObjects, gitPath } from './git.ts';

/** What was committed: what others may have linked to. Only its author has seen the rest of the working copy. */
export interface History {
  /**
   * A file as it was last committed, one text for each side that has it: while a merge or a rebase is open, the
   * other branch counts as well. `undefined` for a file that git ignores: everything in it counts as published.
   */
  texts(path: string): string[] | undefined;
  /** The commit that last held a file, and the file as it was; as far as the history goes here. */
  last(path: string): { commit: string; text: string } | undefined;
  /** What the ledger of an essay had in any commit of this branch and has no more. */
  dropped(slug: string): Dropped | undefined;
  /** Slugs of essays whose ledgers are in the history and not in the last commit. */
  removedEssays(): string[];
  /** False in a shallow clone, where only the last commits are known. */
  isWhole: boolean;
}

/** The commits whose files count as they are: the last one, and that of the other branch of an open operation. */
const sides = ['HEAD', 'MERGE_HEAD', 'REBASE_HEAD', 'CHERRY_PICK_HEAD'];

/** The folder of all essays, as git names it from the content folder. */

/**
 * Loads what git has of the given files with a few processes, whatever their number. Other files may be asked for
 * later; each of those costs a process.
 * @param paths files in the content folder
 * @param stored what earlier commits had, from the last time
 * @returns null where there is no git, no repository or no commit
 */
export function loadHistory(paths: readonly string[], stored: StoredHistory | null = null): History | null {
  const texts = new Map<string, string[]>();
  const head = new Map<string, string>();
  const ignored = new Map<string, boolean>();
  const branch = currentBranch();
  const answers = gitObjects([...sides, ...paths.map((path) => `HEAD:${gitPath(path)}`)]);
  const [last, ...others] = answers.slice(0, sides.length);
  if (!last) return null;
  const open = others.flatMap((side) => (side ? [side.id] : []));
  const openSides = [last.id, ...open];
  if (open.length > 0) load(paths);
  else paths.forEach((path, index) => void keep(path, [answers[sides.length + index]?.text]));
  const dropped = droppedAnchors([...new Set([...openSides, ...branch.commits])], branch.name, stored);
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
    dropped: (slug) => dropped?.get(`${folderOfEssays}/${slug}/anchors.json`),
    removedEssays: () =>
      [...(dropped ?? [])].flatMap(([path, one]) => (one.published ? path.split('/').slice(-2, -1) : [])),
    isWhole: dropped !== null,
  };

  function load(names: readonly string[]): void {
    const found = gitObjects(names.flatMap((path) => openSides.map((side) => `${side}:${gitPath(path)}`)));
    names.forEach((path, index) => {
      const texts = found.slice(index * openSides.length, (index + 1) * openSides.length);
      keep(
        path,
        texts.map((one) => one?.text),
      );
    });
  }

  function keep(path: string, found: readonly (string | undefined)[]): void {
    texts.set(
      path,
      found.filter((text) => text !== undefined),
    );
    if (found[0] !== undefined) head.set(path, found[0]);
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

/**
 * The branch and every commit that it ever ended with on this machine, the current one first: what was published and
 * then rewritten, by a rebase or a reset, is still known here.
 */
function currentBranch(): { name: string; commits: string[] } {
  const lines = git(['log', '-g', '--format=%H %gD', '@{0}']).stdout.toString().split('\n').filter(Boolean);
  const entries = lines.map((line) => line.split(' '));
  const name = /^(.+)@\{/.exec(entries[0]?.[1] ?? '')?.[1] ?? 'HEAD';
  // without a branch, the list has every commit that was ever looked at
  const own = name === 'HEAD' ? [] : entries;
  return { name, commits: own.flatMap(([commit = '']) => commit) };
}

/** A file as it was before the commit that deleted it. */
function beforeDeletion(path: string): { commit: string; text: string } | undefined {
  const options = ['--full-history', '-m', '--first-parent', '--diff-filter=D', '--format=%h'];
  const log = git(['log', '-1', ...options, '--', gitPath(path)]);
  const deletion = log.status === 0 ? log.stdout.toString().trim() : '';
  if (deletion === '') return undefined;
  const commit = `${deletion}^`;
  const [file] = gitObjects([`${commit}:${gitPath(path)}`]);
  return file && { commit, text: file.text };
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
