/**
 * Rules of scripts and languages that the search needs at build and in the browser, as data. Part of the search's
 * script: every byte is sent to readers.
 */

/** Letters, marks and figures of scripts that write no spaces between words. */
export const unspacedLetter =
  '(?=[\\p{L}\\p{M}\\p{N}])[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー\\uff70\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Tibt}\\p{sc=Java}\\p{sc=Bali}\\p{sc=Lana}\\p{sc=Talu}]';

/** What belongs to the letter before it: the voicing of kana, variants of a character, places where a line may break. */
export const attached =
  '[\\u3099\\u309a\\uff9e\\uff9f\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}\\u200b-\\u200d\\u2060\\u00ad]*';

/**
 * Short words that are written together with the word after them: in French, Italian and Catalan with an apostrophe
 * before a vowel (`l’écueil`, `dell’arte`), in Arabic before the article (`والملح`).
 */
export const proclitic =
  /^(\P{L}*(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|un|all|dall|dell|nell|sull|quest|bell)['’])(?=[aeiouhyàâäéèêëîïôöùûüœæ])|^(\P{L}*(?:[وف][بك]?|[بك]))(?=ال\p{L}{3})/iu;

/** Marks that are part of a letter in these scripts, so that one may search without them: accents, vowel signs. */
export const accents =
  /([\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}])\p{M}+|\u093c|\u09bc|\u0a3c|\u0abc|\u0b3c|\u0640|[\ufe00-\ufe0f]/gu;

/** Ligatures, full-width and half-width forms, raised and lowered figures: `ﬁ`, `Ａ`, `ｶ`, `²`. */
export const compatible =
  /[\u00b2\u00b3\u00b9\u2070-\u209c\u2160-\u217f\uf900-\ufaff\ufb00-\ufdff\ufe70-\ufefc\uff01-\uff9f\u{1d400}-\u{1d7ff}][\uff9e\uff9f]?/gu;

/** Letters without a decomposition, as they are typed on another keyboard. */
export const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
