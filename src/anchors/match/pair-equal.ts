import type { Pairing, SketchedBlock } from './pairing.ts';
import { comparisonKey } from './sketch.ts';

/** Pairs blocks with equal words. Among several with the same words, neighbours decide, then the order. */
export function pairEqual(pairing: Pairing): void {
  const { previousBlocks, currentBlocks, pair } = pairing;
  const currentByWords = groupByWords(currentBlocks, pairing.unpairedCurrent());
  const duplicates: [number[], number[]][] = [];
  for (const [key, previous] of groupByWords(previousBlocks, pairing.unpairedPrevious())) {
    const current = currentByWords.get(key) ?? [];
    const [first, second] = [previous[0], current[0]];
    if (first === undefined || second === undefined) continue;
    if (previous.length === 1 && current.length === 1) pair(first, second);
    else duplicates.push([previous, current]);
  }
  for (const fewestNeighbours of [2, 1, 0])
    for (const [previous, current] of duplicates)
      for (const one of previous) pairDuplicate(pairing, one, current, fewestNeighbours);
}

/** Pairs one of several equal blocks with the candidate that has most of its neighbours, the first of these. */
function pairDuplicate(
  pairing: Pairing,
  previous: number,
  candidates: readonly number[],
  fewestNeighbours: number,
): void {
  if (pairing.pairs.has(previous)) return;
  const neighbours = new Map(
    candidates
      .filter((current) => !pairing.reverse.has(current))
      .map((current) => [current, pairedNeighbours(pairing, previous, current)]),
  );
  const [best] = [...neighbours].sort(([a, countA], [b, countB]) => countB - countA || a - b);
  if (best && best[1] >= fewestNeighbours) pairing.pair(previous, best[0]);
}

function groupByWords(blocks: readonly SketchedBlock[], indices: readonly number[]): Map<string, number[]> {
  return Map.groupBy(indices, (index) => {
    const block = blocks[index];
    return block ? comparisonKey(block) : '';
  });
}

/** On how many sides, 0 to 2, two blocks have neighbours that are a pair, or none. Headings are skipped. */
function pairedNeighbours(
  { previousBlocks, currentBlocks, pairs }: Pairing,
  previous: number,
  current: number,
): number {
  let neighbours = 0;
  for (const step of [-1, 1]) {
    const before = nextText(previousBlocks, previous, step);
    const now = nextText(currentBlocks, current, step);
    const isEdge =
      (before < 0 && now < 0) || (before >= previousBlocks.length && now >= currentBlocks.length);
    if (pairs.get(before) === now || isEdge) neighbours += 1;
  }
  return neighbours;
}

/** The index of the next block that is no heading, in steps of 1 or -1; past an end where there is none. */
function nextText(blocks: readonly SketchedBlock[], index: number, step: number): number {
  let next = index + step;
  while (blocks[next]?.kind === 'section') next += step;
  return next;
}
