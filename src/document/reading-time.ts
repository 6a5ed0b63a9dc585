/**
 * Words of English non-fiction that adults read silently in a minute, on average over 190 studies:
 * M. Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109 (2019).
 */
export const wordsPerMinute = 238;

/** Whole minutes to read so many words, never less than one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}

/**
 * Words in a text, counted by the rules of its language (Chinese and Japanese have no spaces between words).
 * @param language BCP 47 tag
 */
export function countWords(text: string, language: string): number {
  let count = 0;
  for (const segment of segmenterFor(language).segment(text)) if (segment.isWordLike) count += 1;
  return count;
}

const segmenters = new Map<string, Intl.Segmenter>(); // making one costs more than counting a section

function segmenterFor(language: string): Intl.Segmenter {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  return segmenter;
}
