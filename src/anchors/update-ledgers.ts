import { writeFileSync } from 'node:fs';
import { resolve as toPath } from 'node:path';
import type { Sources } from '../compile/check-sources.ts';
import { essayAddress, fragmentAddress } from '../document/address.ts';
import type { Problem } from '../document/problem.ts';
import { root } from '../paths.ts';
import type { Change } from './changes.ts';
import type { Fault } from './conflict.ts';
import { faultProblem } from './conflict-message.ts';
import { twiceNamed } from './duplicate-ids.ts';
import type { OpenLedger } from './load-ledger.ts';
import { type OpenLibrary, openLibrary } from './load-ledgers.ts';
import { sameWords } from './match/sketch.ts';
import { lostEssays } from './missing-essay.ts';
import { listText } from './published-list.ts';

/** Where a ledger may only be read: in CI, and where a command was asked to (`--frozen`). */
export function isFrozen(): boolean {
  return process.argv.includes('--frozen') || /^(?:1|true)$/i.test(process.env['CI'] ?? '');
}

/**
 * Brings the ledger of every published essay and the list of them up to date, or says what stands against it. With
 * a fault anywhere, and with `frozen`, nothing is written at all.
 * @returns one line for each file that was written, and everything that stops a build
 */
export async function keepLedgers(
  sources: Sources,
  frozen = isFrozen(),
): Promise<{ said: string[]; problems: Problem[] }> {
  const library = await openLibrary(sources);
  const problems = [...library.unreadable, ...problemsOf(library)];
  const behind = filesBehind(library);
  if (problems.length > 0) return { said: [], problems };
  if (frozen) return { said: [], problems: behind.map(notUpToDate) };
  for (const { file, after } of behind) writeFileSync(toPath(root, file), after);
  return {
    said: behind.map(({ file, summary }) => `${file}: ${summary}. Commit this file with your text.`),
    problems: [],
  };
}

/** Everything that stops the build until its author has said what is meant. */
export function problemsOf(library: OpenLibrary): Problem[] {
  const faults = library.standing.flatMap((one) => {
    const twice = twiceNamed(one);
    if (twice.length > 0) return twice;
    return one.resolution.faults.map((fault) => faultProblem(fault, one, elsewhere(fault, one, library)));
  });
  return [...library.taken, ...lostEssays(library), ...faults];
}

/** Where the same words stand in another essay, for a text that is lost from one. */
function elsewhere({ id }: Fault, { ledger, source }: OpenLedger, { standing }: OpenLibrary): string | null {
  const lost = ledger.anchors.find((one) => one.id === id);
  for (const other of standing) {
    const same = other.resolution.ledger.anchors.find(
      (one) => one.to === undefined && one.retired === undefined && lost && sameWords(one, lost),
    );
    if (same && other.source.slug !== source.slug)
      return fragmentAddress(essayAddress(other.source.slug), same.id);
  }
  return null;
}

/** A file that commands keep and that does not say what the texts say. */
export interface FileBehind {
  file: string;
  after: string;
  /** What is different, in numbers. */
  summary: string;
}

/** The ledgers without a fault that are to be written, and at last the list. */
export function filesBehind({ standing, left, list }: OpenLibrary): FileBehind[] {
  const ledgers = [...standing, ...left]
    .filter(({ before, after, resolution }) => before !== after && resolution.faults.length === 0)
    .map((one) => ({ file: one.file, after: one.after, summary: summary(one) }));
  const after = listText(list, standing);
  if (after === list.before) return ledgers;
  const fresh = standing.filter(({ source }) => !list.published.has(source.slug));
  const named = fresh.map(({ source }) => `\`${source.slug}\``).join(', ');
  const what = fresh.length > 0 ? `${named} new` : 'titles changed, or lines were taken out';
  return [...ledgers, { file: list.file, after, summary: what }];
}

function notUpToDate({ file, summary }: FileBehind): Problem {
  const message = `This file is not up to date with the texts (${summary}). Run \`npm run anchors -- accept\` on your machine and commit it.`;
  return { file, line: 0, message };
}

const inWords: Record<Change['what'], string> = {
  carried: 'carried to changed text',
  new: 'new',
  moved: 'moved',
  merged: 'merged into another',
  restored: 'restored',
};

/** What is new in a ledger, in numbers: `2 carried to changed text, 1 new`. */
export function summary({ source, before, resolution: { changes } }: OpenLedger): string {
  const parts = Object.entries(inWords).flatMap(([what, words]) => {
    const count = changes.filter((change) => change.what === what).length;
    return count > 0 ? [`${count} ${words}`] : [];
  });
  const isElsewhere = before !== '' && !before.includes(`"slug": ${JSON.stringify(source.slug)},`);
  if (isElsewhere) parts.unshift(`the essay has the address ${essayAddress(source.slug)} now`);
  return parts.join(', ') || 'only the order or the beginning of texts, or the form of the file';
}
