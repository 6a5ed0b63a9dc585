import type { Problem } from '../document/problem.ts';
import type { LedgerState } from './load-ledger.ts';

/** Ids that an author gave to two elements of one text: a link can lead to only one of them. */
export function duplicateIds({ source, found }: LedgerState): Problem[] {
  const lines = new Map<string, number>();
  return found.blocks.flatMap(({ own }, index) => {
    if (own === null) return [];
    const line = found.lines[index]?.first ?? 1;
    const first = lines.get(own);
    if (first === undefined) {
      lines.set(own, line);
      return [];
    }
    const message = `The id \`${own}\` is used twice, first on line ${first}. Choose another id here.`;
    return [{ file: source.file, line, message }];
  });
}
