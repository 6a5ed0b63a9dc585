import { diffWords } from 'diff';
import { perLanguage } from '../document/per-language.ts';

/** A part of a text that changed: what stayed, what was added, what was removed. */
export interface WordChange {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Making one costs more than comparing a paragraph. */
const segmenterFor = perLanguage((language) => new Intl.Segmenter(language, { granularity: 'word' }));

/** Characters around a change that are shown on each side, and those that are left out at least. */
const context = 60;

/** More differing words than these are not compared one by one: the time would grow with their square. */
const mostDifferences = 2000;

/**
 * The words by which two texts differ, in order, with a little of what is around them; `…` stands for the rest.
 * @param language BCP 47 tag, which says where words end
 */
export function changedWords(before: string, after: string, language: string): WordChange[] {
  const segmenter = segmenterFor(language);
  const parts = diffWords(before, after, { intlSegmenter: segmenter, maxEditLength: mostDifferences });
  if (!parts)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  return parts.map(({ value, added, removed }, index): WordChange => {
    if (added || removed) return { kind: added ? 'added' : 'removed', text: value };
    return { kind: 'same', text: shortened(value, index > 0, index < parts.length - 1, segmenter) };
  });
}

/**
 * @param isAfterChange whether a change comes before the text, so that its beginning is shown
 * @param isBeforeChange the same for its end
 */
function shortened(
  text: string,
  isAfterChange: boolean,
  isBeforeChange: boolean,
  segmenter: Intl.Segmenter,
): string {
  if (text.length <= context * (1 + Number(isAfterChange) + Number(isBeforeChange))) return text;
  const words = [...segmenter.segment(text)].map(({ segment }) => segment);
  const start = isAfterChange ? words.slice(0, countWithin(words)).join('') : '';
  const end = isBeforeChange ? words.slice(-countWithin(words.toReversed())).join('') : '';
  return `${start.trimEnd()} … ${end.trimStart()}`;
}

/** How many words, at least one, have as many characters as the context. */
function countWithin(words: readonly string[]): number {
  let length = 0;
  const last = words.findIndex((word) => {
    length += word.length;
    return length >= context;
  });
  return last < 0 ? words.length : last + 1;
}
