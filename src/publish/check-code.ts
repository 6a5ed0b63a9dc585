import { type Problem, problem } from '../document/problem.ts';
import type { FinishedPage } from './finished-pages.ts';

/** Code that an expression or a component wrote into a text: the page's policy would stop it in every browser. */
export function checkCode(pages: readonly Pick<FinishedPage, 'path' | 'codeInText'>[]): Problem[] {
  return pages.flatMap(({ path, codeInText }) =>
    [...new Set(codeInText)].map((name) => problem('page/code-in-text', { name }, { file: path })),
  );
}
