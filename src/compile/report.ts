import type { Node } from 'unist';
import type { VFile } from 'vfile';
import type { Problem } from '../document/problem.ts';

declare module 'vfile' {
  interface DataMap {
    /** The mistakes found in the text so far. */
    problems: Problem[];
    /** The file's path as its author knows it, from the repository's top. */
    name: string;
    /** BCP 47 tag of the text. */
    language: string;
  }
}

/** Notes a mistake of the author at a node of the text; all mistakes of all texts are reported together. */
export function report(file: VFile, node: Node | undefined, message: string): void {
  file.data.problems ??= [];
  file.data.problems.push({ file: file.data.name ?? file.path, line: node?.position?.start.line ?? 0, message });
}
