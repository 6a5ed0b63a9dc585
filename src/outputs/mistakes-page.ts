import { h } from 'hastscript';
import { formatProblem, type Problem } from '../document/problem.ts';
import { serverPage } from './server-page.ts';

/**
 * What the writing server shows at the address of a text with mistakes, in the words of the terminal. It loads again
 * when a file is saved.
 */
export function mistakesPage(problems: readonly Problem[]): string {
  const title = `${problems.length} ${problems.length === 1 ? 'mistake' : 'mistakes'}`;
  return serverPage(title, style, [
    h('h1', title),
    h('p', 'This page is shown as soon as the text is mended. All other pages are there.'),
    h(
      'ul',
      problems.map((one) => h('li', formatProblem(one))),
    ),
  ]);
}

const style = `
:root { color-scheme: light dark; font: 1.1rem/1.5 Georgia, serif }
body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem }
li { white-space: pre-wrap; overflow-wrap: anywhere; margin-block: 1rem }
`;
