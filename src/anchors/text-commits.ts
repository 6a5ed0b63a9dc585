import { changedFileLines } from './changed-files.ts';
import type { StoredHistory } from './dropped-anchors.ts';
import { git } from './git.ts';

/** The text of an essay as a commit left it. */
export interface CommittedText {
  /** The day on which its author made the commit, by the author's clock: `2026-05-03`. */
  day: string;
  /** The name of its file, whose ending says how it is read. */
  name: string;
  /** The git object of the text. */
  text: string;
  /** That of the ledger beside it; null where there was none. */
  ledger: string | null;
}

/** What the current branch has of the texts of essays. */
export interface TextCommits {
  /**
   * The texts of an essay, oldest first, each as often as it changed. A branch that was merged counts as one change, on
   * the day of the merge: its commits were not on the site before.
   * @param slugs the current one first, then the former ones, the newest first
   */
  of(slugs: readonly string[]): CommittedText[];
}

/** A file that a commit has changed. */
type ChangedFile = readonly [commit: number, day: string, name: string, object: string];

/** By the slug of the folder. */
type ChangedFiles = Readonly<Record<string, readonly ChangedFile[]>>;

const names = ['index.mdx', 'index.md', 'anchors.json'];

/**
 * Reads which commits of the branch changed the texts of essays: with two processes of git, and one where nothing was
 * committed since the last time.
 * @param stored what is known from the last time
 * @returns why there is nothing to read, in a shallow clone and where there is no commit
 */
export function textCommits(stored: StoredHistory | null): TextCommits | 'shallow' | 'none' {
  const { status, stdout } = git(['rev-parse', '--is-shallow-repository', 'HEAD']);
  const [isShallow, head = ''] = stdout.toString().trim().split('\n');
  if (status !== 0) return 'none';
  if (isShallow === 'true') return 'shallow';
  const known = stored?.read(head) ?? null;
  const files = known === null ? changedFiles(head) : JSON.parse(known);
  if (known === null) stored?.write(head, JSON.stringify(files));
  return { of: (slugs) => textsIn(files, slugs) };
}

function changedFiles(head: string): ChangedFiles {
  const log = ['log', '--first-parent', '-m', '--root', '--reverse', '--format=commit %as', head];
  const files: Record<string, ChangedFile[]> = {};
  let [commit, day] = [0, ''];
  for (const line of changedFileLines(log, names)) {
    const next = /^commit (\S+)$/.exec(line)?.[1];
    if (next !== undefined) [commit, day] = [commit + 1, next];
    const [, object, path] = /^:\S+ \S+ \S+ (\S+) \S+\t(.+)$/.exec(line) ?? [];
    const [name = '', slug = ''] = path?.split('/').reverse() ?? [];
    if (object === undefined) continue;
    files[slug] ??= [];
    files[slug].push([commit, day, name, object]);
  }
  return files;
}

function textsIn(files: ChangedFiles, slugs: readonly string[]): CommittedText[] {
  const changed = slugs.flatMap((slug) =>
    (files[slug] ?? []).map(([commit, day, name, object]) => ({
      commit,
      day,
      path: `${slug}/${name}`,
      object,
    })),
  );
  changed.sort((a, b) => a.commit - b.commit);
  const present = new Map<string, string>();
  const texts: CommittedText[] = [];
  changed.forEach(({ commit, day, path, object }, index) => {
    if (/^0+$/.test(object)) present.delete(path);
    else present.set(path, object);
    if (changed[index + 1]?.commit === commit) return;
    const found = currentText(present, slugs, day);
    const last = texts.at(-1);
    if (found && last?.text === found.text && last.name === found.name) last.ledger = found.ledger;
    else if (found) texts.push(found);
  });
  return texts;
}

function currentText(
  present: ReadonlyMap<string, string>,
  slugs: readonly string[],
  day: string,
): CommittedText | null {
  for (const slug of slugs)
    for (const name of ['index.mdx', 'index.md']) {
      const text = present.get(`${slug}/${name}`);
      if (text !== undefined) return { day, name, text, ledger: present.get(`${slug}/anchors.json`) ?? null };
    }
  return null;
}
