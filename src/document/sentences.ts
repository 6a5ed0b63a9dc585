import { perLanguage } from './per-language.ts';

/** Making one costs more than cutting a paragraph. */
const segmenterFor = perLanguage((language) => new Intl.Segmenter(language, { granularity: 'sentence' }));

/** A sentence of a text, with the space after it. */
export interface Sentence {
  text: string;
  /** Where it begins, in code units. */
  start: number;
}

/**
 * Cuts a text into sentences.
 * @param text without line breaks, which would end a sentence
 * @param language BCP 47 tag
 */
export function sentences(text: string, language: string): Sentence[] {
  return [...segmenterFor(language).segment(text)].map(({ segment, index }) => ({
    text: segment,
    start: index,
  }));
}
