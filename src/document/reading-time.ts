import { perLanguage } from './per-language.ts';
import { scriptOf } from './script.ts';

/**
 * Words of English non-fiction that adults read silently in a minute, on average over 190 studies:
 * M. Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109 (2019).
 */
export const wordsPerMinute = 238;

const [english, chinese] = [228, 255];

/**
 * Words (in Chinese and Japanese, characters) of equal texts that adults read in a minute: S. Trauzettel-Klosinski
 * and K. Dietz, "The New International Reading Speed Texts IReST", IOVS 53 (2012). They were read aloud; what is
 * taken from here is how languages differ from English.
 */
const equalTexts: Readonly<Record<string, number>> = {
  ar: 138,
  de: 179,
  en: english,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  ja: 357,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
  zh: chinese,
};

/** Whole minutes to read a text, never less than one. @param count as by `countWords` @param language BCP 47 tag */
export function readingMinutes(count: number, language: string): number {
  const speed =
    equalTexts[new Intl.Locale(language).language] ?? (isCountedByCharacter(language) ? chinese : english);
  return Math.max(1, Math.round(count / (wordsPerMinute * (speed / english))));
}

/** Whether the length of a text in a language is given in characters: Chinese and Japanese. */
export function isCountedByCharacter(language: string): boolean {
  return /^(?:Han[st]|Jpan)$/.test(scriptOf(language));
}

/**
 * Words in a text, counted by the rules of its language; in Chinese and Japanese its characters, where a word of
 * another script is one as well.
 * @param language BCP 47 tag
 */
export function countWords(text: string, language: string): number {
  const byCharacter = isCountedByCharacter(language);
  let count = 0;
  for (const { isWordLike, segment } of segmenterFor(language).segment(text))
    if (isWordLike) count += (byCharacter && segment.match(character)?.length) || 1;
  return count;
}

const character = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]/gu;

/** Making one costs more than counting a section. */
const segmenterFor = perLanguage((language) => new Intl.Segmenter(language, { granularity: 'word' }));
