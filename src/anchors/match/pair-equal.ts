import type { Pairing, SketchedBlock } from './pairing.ts';
import { comparisonKey } from './sketch.ts';

/** Pairs blocks with equal words. Among several with the same words, neighbours decide, then the order. */
export function pairEqual(pairing: Pairing): void {
  const { previousBlocks, currentBlocks, pair } = pairing;
  const currentByWords = groupByWords(currentBlocks, pairing.unpairedCurrent());
  const duplicates: [number[], ReadonlySet<number>][] = [];
  for (const [key, previous] of groupByWords(previousBlocks, pairing.unpairedPrevious())) {
    const current = currentByWords.get(key) ?? [];
    const [first, second] = [previous[0], current[0]];
    if (first === undefined || second === undefined) continue;
    if (previous.length === 1 && current.length === 1) pair(first, second);
    else duplicates.push([previous, new Set(current)]);
  }
  for (const fewestNeighbours of [2, 1])
    for (const [previous, current] of duplicates)
      for (const one of previous) pairBetweenNeighbours(pairing, one, current, fewestNeighbours);
  for (const [previous, current] of duplicates) pairRest(pairing, previous, [...current]);
}

/** Pairs one of several equal blocks with the candidate that has most of its neighbours, the first of these. */
function pairBetweenNeighbours(
  pairing: Pairing,
  previous: number,
  candidates: ReadonlySet<number>,
  fewestNeighbours: number,
): void {
  if (pairing.pairs.has(previous)) return;
  const neighbours = beside(pairing, previous)
    .filter((current) => candidates.has(current) && !pairing.reverse.has(current))
    .map((current): [number, number] => [current, pairedNeighbours(pairing, previous, current)]);
  const [best] = neighbours.sort(([a, countA], [b, countB]) => countB - countA || a - b);
  if (best && best[1] >= fewestNeighbours) pairing.pair(previous, best[0]);
}

/** Pairs what is left of equal blocks: beside a neighbour where one is paired by now, otherwise in order. */
function pairRest(pairing: Pairing, previous: readonly number[], current: readonly number[]): void {
  const candidates = new Set(current);
  let first = 0;
  for (const one of previous) {
    pairBetweenNeighbours(pairing, one, candidates, 1);
    while (pairing.reverse.has(current[first] ?? -1)) first += 1;
    const next = current[first];
    if (next === undefined) return;
    if (!pairing.pairs.has(one)) pairing.pair(one, next);
  }
}

/** The current blocks that are beside a partner of a previous block's neighbours, or at the same end of the text. */
function beside({ previousBlocks, currentBlocks, pairs }: Pairing, previous: number): number[] {
  return [-1, 1].flatMap((step) => {
    const neighbour = nextText(previousBlocks, previous, step);
    const partner = pairs.get(neighbour);
    if (partner !== undefined) return [nextText(currentBlocks, partner, -step)];
    if (neighbour < 0) return [nextText(currentBlocks, -1, 1)];
    return neighbour >= previousBlocks.length ? [nextText(currentBlocks, currentBlocks.length, -1)] : [];
  });
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
