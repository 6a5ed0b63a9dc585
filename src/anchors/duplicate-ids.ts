import type { FoundBlocks } from '../document/found-blocks.ts';
import { type Problem, problem } from '../document/problem.ts';

/** A text and what is in it. */
interface OfText {
  source: { file: string };
  found: FoundBlocks;
}

/** Ids that an author gave to two elements of one text: a link can lead to only one of them. */
export function duplicateIds({ source, found }: OfText): Problem[] {
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
