import type { Pairing, Piece } from './pairing.ts';
import { keyOf } from './sketch.ts';

/** Pairs texts with the same words. Where several have the same, neighbours decide, and at last their order. */
export function pairEqual(pairing: Pairing): void {
  const { olds, news, pairs, back, pair } = pairing;
  const there = byWords(news, pairing.openNews());
  const twins: [number[], number[]][] = [];
  for (const [key, old] of byWords(olds, pairing.openOlds())) {
    const fresh = there.get(key) ?? [];
    const [one, two] = [old[0], fresh[0]];
    if (one === undefined || two === undefined) continue;
    if (old.length === 1 && fresh.length === 1) pair(one, two);
    else twins.push([old, fresh]);
  }
  for (const least of [2, 1, 0])
    for (const [old, fresh] of twins)
      for (const one of old) {
        if (pairs.has(one)) continue;
        const free = fresh.filter((two) => !back.has(two) && neighboursAgree(pairing, one, two) >= least);
        const [best] = free.sort(
          (a, b) => neighboursAgree(pairing, one, b) - neighboursAgree(pairing, one, a) || a - b,
        );
        if (best !== undefined) pair(one, best);
      }
}

function byWords(pieces: readonly Piece[], indices: readonly number[]): Map<string, number[]> {
  return Map.groupBy(indices, (index) => {
    const piece = pieces[index];
    return piece ? keyOf(piece) : '';
  });
}

/** On how many sides, 0 to 2, a pair has neighbours that are a pair, or none; headings are passed over. */
function neighboursAgree({ olds, news, pairs }: Pairing, old: number, fresh: number): number {
  let neighbours = 0;
  for (const step of [-1, 1]) {
    let [there, here] = [old + step, fresh + step];
    while (olds[there]?.kind === 'section') there += step;
    while (news[here]?.kind === 'section') here += step;
    const edge = (there < 0 && here < 0) || (there >= olds.length && here >= news.length);
    if (pairs.get(there) === here || edge) neighbours += 1;
  }
  return neighbours;
}
