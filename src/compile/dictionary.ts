import { z } from 'zod';

/** What is known of the spelling of a language. */
export interface Dictionary {
  isRight(word: string): boolean;
  /** The right word that is most like a wrong one; null where there is none. */
  near(word: string): string | null;
}

interface Spelling {
  correct(word: string): boolean;
  suggest(word: string): string[];
}

/** The object itself, whose methods need it. */
const spelling = z.custom<Spelling>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'correct' in value &&
    'suggest' in value &&
    isFunction(value.correct) &&
    isFunction(value.suggest),
);
const checker = z.object({ default: z.custom<(files: unknown) => unknown>(isFunction) });
const files = z.object({
  default: z.object({ aff: z.instanceof(Uint8Array), dic: z.instanceof(Uint8Array) }),
});

/**
 * The dictionary of a language: what the packages `nspell` and `dictionary-<language>` say, of English in both
 * spellings. A site has it where these are installed; the engine needs neither.
 * @param language BCP 47 tag
 * @param more words that are right as well
 * @param load imports a package
 * @returns null where a package is not installed
 */
export async function openDictionary(
  language: string,
  more: ReadonlySet<string> = new Set(),
  load: (name: string) => Promise<unknown> = (name) => import(name),
): Promise<Dictionary | null> {
  const make = checker.safeParse(await loaded('nspell', load)).data?.default;
  if (!make) return null;
  const [spoken = '', region = ''] = language.toLowerCase().split('-');
  const names = spoken === 'en' ? ['en', 'en-gb'] : region ? [spoken, `${spoken}-${region}`] : [spoken];
  const spellings: Spelling[] = [];
  for (const name of names) {
    const found = files.safeParse(await loaded(`dictionary-${name}`, load)).data?.default;
    if (found) spellings.push(spelling.parse(make(found)));
  }
  if (spellings.length === 0) return null;
  const isKnown = (word: string) =>
    more.has(word.toLowerCase()) || spellings.some((one) => one.correct(word));
  return {
    isRight: (word) => {
      const plain = word.replaceAll('’', "'");
      return (
        isKnown(plain) ||
        isKnown(plain.replace(/'s?$/, '')) ||
        (plain.includes("'") && plain.split("'").every(isPart))
      );
    },
    near: (word) => spellings[0]?.suggest(word.replaceAll('’', "'"))[0] ?? null,
  };

  /** A part of a word with an apostrophe: `l'eau`. */
  function isPart(part: string): boolean {
    return part.length < 3 || isKnown(part);
  }
}

async function loaded(name: string, load: (name: string) => Promise<unknown>): Promise<unknown> {
  try {
    return await load(name);
  } catch {
    return null;
  }
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

/** The words of a list: one a line; what stands behind `#` is a remark. */
export function listedWords(text: string): Set<string> {
  const words = text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim().toLowerCase().replaceAll('’', "'"));
  return new Set(words.filter((word) => word !== ''));
}
