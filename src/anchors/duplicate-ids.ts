import type { Problem } from '../document/problem.ts';
import type { LedgerState } from './load-ledger.ts';

/** Ids that an author has given to two places of one text: a link could lead to one of them only. */
export function twiceNamed({ source, found }: LedgerState): Problem[] {
  const lines = new Map<string, number>();
  return found.blocks.flatMap(({ own }, at) => {
    if (own === null) return [];
    const line = found.lines[at]?.first ?? 1;
    const first = lines.get(own);
    if (first === undefined) {
      lines.set(own, line);
      return [];
    }
    const message = `The id \`${own}\` stands twice, first on line ${first}. Give this one another name.`;
    return [{ file: source.file, line, message }];
  });
}
