import { fromHtml } from 'hast-util-from-html';
import { essayAddress } from '../../src/document/address.ts';
import { essaySchema } from '../../src/document/frontmatter.ts';
import { type SearchRecord, searchRecords } from '../../src/search/build/search-record.ts';

/** What the records of the bench are made with. */
export const recordOptions = { language: 'en', introduction: 'Introduction' };

/** Number of different words: about as many as a thousand English essays have without stop words. */
const vocabularySize = 30_000;
const sectionsPerEssay = 7;
const wordsPerSection = 230;

/** An essay in which only what the search reads is filled in. */
export interface GeneratedEssay {
  address: string;
  /** The whole page, for an index with one record per page. */
  html: string;
  /** One record per section. */
  records: SearchRecord[];
}

/**
 * Generates essays. The frequency of their words follows Zipf's law: the n-th word occurs 1/n times as often
 * as the first. The same count always gives the same essays.
 */
export function generatedEssays(count: number): GeneratedEssay[] {
  const random = pseudorandom(20_261_122);
  const word = () => generatedWord(Math.floor(vocabularySize ** random()) - 1);
  const text = (length: number) => Array.from({ length }, word).join(' ');
  return Array.from({ length: count }, (_, number) => {
    const sections = Array.from({ length: sectionsPerEssay }, (_, section) => {
      const paragraphs = [0, 1, 2].map(
        (paragraph) => `<p id="p${section}${paragraph}">${text(Math.floor(wordsPerSection / 3))}.</p>`,
      );
      return `<h2 id="s${section}">${text(4)}</h2>${paragraphs.join('')}`;
    });
    const title = text(5);
    const body = fromHtml(sections.join(''), { fragment: true });
    const html = `<html lang="en"><body><h1>${title}</h1>${sections.join('')}</body></html>`;
    const slug = `made-up-${String(number).padStart(4, '0')}`;
    const address = essayAddress(slug);
    const metadata = essaySchema('en').parse({ title, description: 'A', published: '2026-01-02' });
    const essay = { ...emptyEssay, slug, metadata, body };
    return { address, html, records: searchRecords(essay, address, recordOptions) };
  });
}

const emptyEssay = {
  file: '',
  blocks: [],
  sections: [],
  notes: [],
  figures: [],
  tables: [],
  references: [],
  links: [],
  pictures: [],
  files: [],
  components: [],
  words: 0,
};

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
