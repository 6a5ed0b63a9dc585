import { fromHtml } from 'hast-util-from-html';
import type { BuiltPage } from '../../src/publish/built-site.ts';

/** Number of different words: about as many as a thousand English essays have without stop words. */
const vocabularySize = 30_000;
const sectionsPerEssay = 7;
const wordsPerSection = 230;

/**
 * Generates pages of essays. The frequency of their words follows Zipf's law: the n-th word occurs 1/n times as often
 * as the first. The same count always gives the same pages.
 */
export function generatedPages(count: number): BuiltPage[] {
  const random = pseudorandom(20_261_122);
  const word = () => generatedWord(Math.floor(vocabularySize ** random()) - 1);
  const text = (length: number) => Array.from({ length }, word).join(' ');
  return Array.from({ length: count }, (_, essay) => {
    const sections = Array.from({ length: sectionsPerEssay }, (_, section) => {
      const paragraphs = [0, 1, 2].map(
        (paragraph) => `<p id="p${section}${paragraph}">${text(Math.floor(wordsPerSection / 3))}.</p>`,
      );
      return `<h2 id="s${section}">${text(4)}</h2>${paragraphs.join('')}`;
    });
    const html = `<html lang="en"><body><article data-essay=""><h1>${text(5)}</h1><div class="prose">${sections.join('')}</div></article></body></html>`;
    const slug = `made-up-${String(essay).padStart(4, '0')}`;
    return {
      path: `essays/${slug}/index.html`,
      address: `/essays/${slug}/`,
      tree: fromHtml(html),
    };
  });
}

const onsets = [
  'b',
  'br',
  'c',
  'd',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ea'];
const codas = ['n', 'r', 'l', 'm', 't', 'x', 'nd', 'ck'];

/** Returns the word of a rank, counted from 0. Frequent words are short. */
export function generatedWord(rank: number): string {
  let word = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / (onsets.length * vowels.length))) {
    word +=
      (onsets[rest % onsets.length] ?? '') + (vowels[Math.floor(rest / onsets.length) % vowels.length] ?? '');
  }
  return word + (codas[rank % codas.length] ?? '');
}

/** Returns pseudorandom numbers from 0 to 1 (a linear congruential generator, modulus 2³²). */
function pseudorandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
