import { type Problem, problem } from '../document/problem.ts';
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
    return [problem('text/duplicate-id', { id: own, first }, { file: source.file, line })];
  });
}
