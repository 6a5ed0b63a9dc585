import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedWord } from '../search/large-library.ts';

/** Whether the text uses this project's MDX components; a bare Astro site does not have them. */
export type Form = 'ours' | 'bare';

/** Sections of an essay, paragraphs of a section, and words of a paragraph: about 1,100 words together. */
const size = { sections: 6, paragraphs: 3, words: 55 };

/** About as many different words as a thousand English essays have. */
const vocabulary = 30_000;

/** Nearly half of the words of an English text are of this kind. */
const functionWords =
  'the of and to a in that is it for as was with be by on not he this are or his from at which but have an had they you were their one all we can her has there been if more when will would who so no'.split(
    ' ',
  );

/** The slug of the n-th essay. */
export const slugOf = (number: number) => `essay-${String(number + 1).padStart(4, '0')}`;

/** Writes `<folder>/<slug>/index.mdx` for each essay. The same count gives the same bytes. */
export function writeEssays(folder: string, count: number, form: Form): void {
  for (let number = 0; number < count; number += 1) {
    const essay = join(folder, slugOf(number));
    mkdirSync(essay, { recursive: true });
    writeFileSync(join(essay, 'index.mdx'), essayText(number, count, form));
  }
}

/** An essay with headings, a list, a note, a link to another essay, an aside and a figure. */
function essayText(number: number, count: number, form: Form): string {
  const random = randomNumbers(number + 1);
  const words = (many: number) => Array.from({ length: many }, () => randomWord(random)).join(' ');
  const title = capitalized(words(4));
  const day = String((number % 28) + 1).padStart(2, '0');
  const month = String((Math.floor(number / 28) % 12) + 1).padStart(2, '0');
  const text = ['---', `title: ${title}`, `description: ${paragraph(random, 12)}`];
  text.push(
    `published: ${2020 + (number % 5)}-${month}-${day}`,
    `topics: [${generatedWord(number % 20)}]`,
    '---',
  );
  for (let section = 0; section < size.sections; section += 1) {
    text.push('', `## ${capitalized(words(4))}`);
    for (let one = 0; one < size.paragraphs; one += 1) text.push('', paragraph(random, size.words));
    if (section === 0)
      text.push('', `A claim that needs a note.[^source] *${words(2)}* and **${words(2)}**.`);
    if (section === 1) text.push('', ...[1, 2, 3, 4].map(() => `- ${paragraph(random, 8)}`));
    if (section === 2) text.push('', `See [another essay](/essays/${slugOf((number + 7) % count)}/).`);
    if (section === 3) text.push('', ...wrapped('Aside', '', paragraph(random, 20), form));
    if (section === 4)
      text.push(
        '',
        ...wrapped('Figure', ` id="fig-one" caption="${capitalized(words(6))}"`, quotation, form),
      );
  }
  text.push('', `[^source]: ${paragraph(random, 20)}`, '');
  return text.join('\n');
}

const quotation = '> A line that is set apart, with a short remark under it.';

function wrapped(component: string, attributes: string, text: string, form: Form): string[] {
  return form === 'bare' ? [text] : [`<${component}${attributes}>`, '', text, '', `</${component}>`];
}

function paragraph(random: () => number, words: number): string {
  const sentences: string[] = [];
  for (let left = words; left > 0; left -= 11) {
    const sentence = Array.from({ length: Math.min(left, 11) }, () => randomWord(random));
    sentences.push(`${capitalized(sentence.join(' '))}.`);
  }
  return sentences.join(' ');
}

/** The n-th word is drawn 1/n times as often as the first, as in a natural language. */
function randomWord(random: () => number): string {
  if (random() < 0.45) return functionWords[Math.floor(functionWords.length ** random()) - 1] ?? 'the';
  const commonest = 50; // what would come before it are the function words
  return generatedWord(Math.floor(commonest * (vocabulary / commonest) ** random()));
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Pseudo-random numbers from 0 to 1 (a linear congruential generator, modulus 2³²). */
function randomNumbers(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
