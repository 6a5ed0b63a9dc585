import { z } from 'zod';
import { changedFileLines } from './changed-files.ts';
import { git, gitObjects } from './git.ts';
import { parseLedger } from './ledger.ts';
import { ledgerLines } from './ledger-lines.ts';

/** What an essay's ledger had in some commit and has no more. */
export interface Dropped {
  /** True where the essay was published at the address of this folder: some version of the ledger has its slug. */
  published: boolean;
  /** By id: the anchor as JSON in its newest version, and the id of the anchor before it. */
  anchors: Record<string, { json: string; after: string }>;
  comments: string[];
}

/** By the path of the ledger, relative to the content folder. */
export type DroppedAnchors = ReadonlyMap<string, Dropped>;

/** Keeps what was read of a history, so that only new commits need to be read the next time. */
export interface StoredHistory {
  /** @param name of the branch */
  read(name: string): string | null;
  write(name: string, text: string): void;
}

const stored = z.object({
  tips: z.array(z.string()),
  ledgers: z.record(
    z.string(),
    z.object({
      published: z.boolean(),
      anchors: z.record(z.string(), z.object({ json: z.string(), after: z.string() })),
      comments: z.array(z.string()),
    }),
  ),
});

/**
 * Reads every version of every ledger that is reachable from the given commits, over both parents of each merge. Four
 * processes, whatever the number of essays and commits; none where nothing was committed since the last time.
 * @param tips commits, the one to compare with first
 * @param name of the branch
 * @returns null where the history is not whole: in a shallow clone
 */
export function droppedAnchors(
  tips: readonly string[],
  name: string,
  history: StoredHistory | null,
): DroppedAnchors | null {
  const before = readStored(history?.read(name) ?? null, tips);
  const [head = ''] = tips;
  if (before && tips.every((tip) => before.tips.includes(tip)) && before.tips[0] === head)
    return new Map(Object.entries(before.ledgers));
  if (git(['rev-parse', '--is-shallow-repository']).stdout.toString().trim() === 'true') return null;
  const ledgers = new Map(Object.entries(before?.ledgers ?? {}));
  const versions = versionsSince(tips, before?.tips ?? []);
  const paths = new Set([...versions.keys(), ...ledgers.keys()]);
  const names = [...new Set([...versions.values()].flatMap((blobs) => [...blobs]))];
  const texts = gitObjects([...names, ...[...paths].map((path) => `${head}:./${path}`)]);
  const textOf = new Map(names.map((blob, index) => [blob, texts[index]?.text ?? '']));
  [...paths].forEach((path, index) => {
    const older = ledgers.get(path);
    const newer = [...(versions.get(path) ?? [])].map((blob) => textOf.get(blob) ?? '');
    const dropped = merged(path, newer, texts[names.length + index]?.text ?? '', older);
    if (dropped) ledgers.set(path, dropped);
    else ledgers.delete(path);
  });
  history?.write(name, JSON.stringify({ tips, ledgers: Object.fromEntries(ledgers) }));
  return ledgers;
}

/** What was stored, if all of it is still a part of the history. */
function readStored(text: string | null, tips: readonly string[]): z.infer<typeof stored> | null {
  const read = stored.safeParse(text === null ? null : JSON.parse(text));
  return read.success && read.data.tips.every((tip) => tips.includes(tip)) ? read.data : null;
}

/** The versions of each ledger that the stored history does not have, the newest first. */
function versionsSince(tips: readonly string[], known: readonly string[]): Map<string, Set<string>> {
  const versions = new Map<string, Set<string>>();
  const revisions = [...tips, ...known.map((tip) => `^${tip}`)].join('\n');
  // a merge that took one side of a ledger is not in the log, and the other side only where its commits are new
  const sinceHead =
    known[0] === undefined ? [] : [changedFileLines(['diff', `${known[0]}`, `${tips[0]}`], ledgerNames)];
  for (const lines of [changedFileLines([...log, '--stdin'], ledgerNames, revisions), ...sinceHead])
    for (const line of lines) {
      const [, old, now, path] = /^:\S+ \S+ (\S+) (\S+) \S+\t(.+)$/.exec(line) ?? [];
      if (old === undefined || now === undefined || path === undefined) continue;
      const blobs = versions.get(path) ?? new Set();
      for (const blob of [now, old]) if (!/^0+$/.test(blob)) blobs.add(blob);
      versions.set(path, blobs);
    }
  return versions;
}

const ledgerNames = ['anchors.json'];
const log = ['log', '--full-history', '--topo-order', '-m', '--root', '--format='];

/**
 * What the versions of a ledger have and its current text has not. Versions under the slug of another essay are copies,
 * or were committed in the folder's former name too.
 */
function merged(path: string, versions: readonly string[], current: string, older?: Dropped): Dropped | null {
  const slug = path.split('/').at(-2) ?? '';
  const now = ledgerLines('message' in parseLedger(current) ? '' : current);
  const dropped: Dropped = { published: older?.published ?? false, anchors: {}, comments: [] };
  const comments = new Set<string>();
  for (const text of versions) {
    const lines = ledgerLines(text);
    if (lines.slug !== slug) continue;
    dropped.published = true;
    let after = '';
    for (const [id, json] of lines.anchors) {
      if (!now.anchors.has(id)) dropped.anchors[id] ??= { json, after };
      after = id;
    }
    for (const id of lines.comments) comments.add(id);
  }
  for (const [id, one] of Object.entries(older?.anchors ?? {}))
    if (!now.anchors.has(id)) dropped.anchors[id] ??= one;
  for (const id of older?.comments ?? []) comments.add(id);
  dropped.comments = [...comments].filter((id) => !now.comments.has(id)).sort();
  const isEmpty = Object.keys(dropped.anchors).length === 0 && dropped.comments.length === 0;
  return isEmpty && (current !== '' || !dropped.published) ? null : dropped;
}
