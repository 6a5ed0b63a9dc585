import { type Position, type Problem, problem } from '../document/problem.ts';
import type { FinishedPage } from './finished-pages.ts';
import { sourceOf } from './source-of-page.ts';

/** Code that an expression or a component wrote into a text: the page's policy would stop it in every browser. */
export function checkCode(pages: readonly Pick<FinishedPage, 'path' | 'codeInText'>[]): Problem[] {
  return pages.flatMap(({ path, codeInText }) =>
    [...new Set(codeInText)].map((name) => problem('page/code-in-text', { name }, writtenAt(path, name))),
  );
}

/** The line that names it, else the first one with code; as it came from there, it may be in a file that is imported. */
function writtenAt(path: string, name: string): Position {
  const bare = name.replaceAll(/[<>]/g, '');
  const ways = [name.replace('>', ''), `"${bare}"`, `'${bare}'`, `\`${bare}\``, bare];
  const code = ['import ', 'export ', '{'];
  const found = [...ways, ...code].map((words) => sourceOf(path, words)).find(({ line }) => line > 0);
  return found ?? { file: path };
}
