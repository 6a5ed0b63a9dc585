import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { droppedAnchors } from '../../../src/anchors/dropped-anchors.ts';
import type { generateIds } from '../../../src/anchors/generated-ids.ts';
import { gitLibrary } from './git-library.ts';
import { steps } from './git-sequence.ts';
import { ledgerSequences } from './ledger-sequence.ts';
import { type QuickGit, quickGit } from './quick-git.ts';

/** `npm run test:nightly` asks for 2,000. */
const numRuns = Number(process.env['STET_SEQUENCES'] ?? 200);
const everydaySeed = 20261125;
const seed = Number(process.env['STET_SEED'] ?? everydaySeed);

vi.stubEnv('STET_SHALLOW', ''); // a clone without its history has to say so

const ends: (() => void)[] = [];
afterAll(() => {
  for (const end of ends) end();
});

/** Drives the ledger of the code as it is now through random sequences in git. */
async function triedSequences(name: string, runs: number, seed: number) {
  let quick: QuickGit | undefined;
  const library = await gitLibrary(name, (content) => {
    quick = quickGit(content);
    return quick;
  });
  ends.push(library.end);
  if (!quick) throw new Error('git is not asked.');
  const run = await ledgerSequences(library, quick);
  const count = { builds: 0, stops: 0, ids: 0 };
  fc.assert(
    fc.property(steps, (sequence) => run(sequence, count)),
    { numRuns: runs, seed, endOnFailure: true, includeErrorInReport: true },
  );
  return count;
}

it(`leads every id to its text, to its tombstone, or stops, over ${numRuns} sequences in git`, async () => {
  const count = await triedSequences('ledger-git', numRuns, seed);
  console.log(`${count.builds} builds, ${count.stops} of them stopped first, ${count.ids} ids looked up`);
  expect(count.stops).toBeGreaterThan(0);
}, 3_600_000);

/** The functions that a test breaks. */
interface LedgerParts {
  droppedAnchors: typeof droppedAnchors;
  generateIds: typeof generateIds;
}

/** A module of the ledger, with another function in place of one of its own. */
async function whileBroken(file: string, broken: (own: LedgerParts) => Partial<LedgerParts>) {
  vi.doMock(file, async (actual) => {
    const own = await actual<LedgerParts>();
    return { ...own, ...broken(own) };
  });
  try {
    await triedSequences('broken-ledger', 200, everydaySeed); // which fault shows first depends on the seed
  } finally {
    vi.doUnmock(file);
  }
}

describe('sees a ledger that', () => {
  const history = '../../../src/anchors/dropped-anchors.ts';

  it('knows only what the last commit has, so that a merge or a revert takes ids and tombstones', async () => {
    const run = whileBroken(history, () => ({ droppedAnchors: () => new Map() }));
    await expect(run).rejects.toThrow(/#\S+ of \w{7} is lost/);
  });

  it('gives the id of a retired text to a new one', async () => {
    const run = whileBroken('../../../src/anchors/generated-ids.ts', () => ({ generateIds: lowestFreeIds }));
    await expect(run).rejects.toThrow(/#\S+ of “Word\w+” is on “Word/);
  });

  it('takes a shallow clone for a whole one', async () => {
    const run = whileBroken(history, (own) => ({
      droppedAnchors: (...args) => own.droppedAnchors(...args) ?? new Map(),
    }));
    await expect(run).rejects.toThrow(/anchors\/shallow/);
  });
});

/** New ids that ask only which ones the page has now. */
function lowestFreeIds(...[blocks, known = new Map()]: Parameters<typeof generateIds>): string[] {
  const used = new Set(known.values());
  let number = 0;
  return blocks.map((_, index) => {
    const id = known.get(index);
    if (id !== undefined) return id;
    do number += 1;
    while (used.has(`p${number}`));
    return `p${number}`;
  });
}
