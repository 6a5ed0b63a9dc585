import type { Node } from 'unist';
import type { VFile } from 'vfile';
import type { Problem } from '../document/problem.ts';

declare module 'vfile' {
  interface DataMap {
    /** The mistakes found in the text so far. */
    problems: Problem[];
    /** The file's path as its author knows it, from the repository's top. */
    name: string;
    /** True where the parser could not read the text: nothing is known of its blocks. */
    isUnreadable: boolean;
    /** BCP 47 tag of the text. */
    language: string;
  }
}

/** Notes a mistake of the author, so that all mistakes of all texts are reported together. */
export function report(file: VFile, one: Problem): void {
  file.data.problems ??= [];
  file.data.problems.push(one);
}

/** Where a node is in its file, for a problem. */
export function positionOf(
  file: VFile,
  node: Node | undefined,
): { file: string; line: number; column?: number } {
  const name = file.data.name ?? file.path;
  const start = node?.position?.start;
  return start ? { file: name, line: start.line, column: start.column } : { file: name, line: 0 };
}
