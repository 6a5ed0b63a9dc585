import { fromHtml } from 'hast-util-from-html';
import type { BuiltPage } from '../../src/publish/built-site.ts';

/** Words in the made-up language: about what a thousand English essays have beside their commonest words. */
const vocabulary = 30_000;
const sectionsOfEssay = 7;
const wordsOfSection = 230;

/**
 * Essays of made-up words, frequent and rare as words are (the n-th word of the language comes 1/n times as
 * often as the first). The same number gives the same essays.
 */
export function madeUpPages(count: number): BuiltPage[] {
  const random = generator(20_261_122);
  const word = () => madeUpWord(Math.floor(vocabulary ** random()) - 1);
  const words = (many: number) => Array.from({ length: many }, word);
  return Array.from({ length: count }, (_, number) => {
    const sections = Array.from({ length: sectionsOfEssay }, (_, place) => {
      const paragraphs = [0, 1, 2].map(
        (one) => `<p id="p${place}${one}">${words(Math.floor(wordsOfSection / 3)).join(' ')}.</p>`,
      );
      return `<h2 id="s${place}">${words(4).join(' ')}</h2>${paragraphs.join('')}`;
    });
    const html = `<html lang="en"><body><article data-essay=""><h1>${words(5).join(' ')}</h1><div class="prose">${sections.join('')}</div></article></body></html>`;
    const slug = `made-up-${String(number).padStart(4, '0')}`;
    return {
      path: `essays/${slug}/index.html`,
      address: `/essays/${slug}/`,
      tree: fromHtml(html),
    };
  });
}

const heads = [
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
const ends = ['n', 'r', 'l', 'm', 't', 'x', 'nd', 'ck'];

/** The n-th word of the language, counted from 0; common ones are short. */
export function madeUpWord(place: number): string {
  let made = '';
  for (let rest = place + 1; rest > 0; rest = Math.floor(rest / (heads.length * vowels.length))) {
    made +=
      (heads[rest % heads.length] ?? '') + (vowels[Math.floor(rest / heads.length) % vowels.length] ?? '');
  }
  return made + (ends[place % ends.length] ?? '');
}

/** Numbers from 0 to 1 that only look like chance (a linear congruential generator, modulus 2³²). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
