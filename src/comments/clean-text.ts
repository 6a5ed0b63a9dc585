/**
 * Characters that have no place in a reader's text: controls, the bidirectional embeddings, overrides and isolates
 * (they can turn round what stands after them), tags, annotations and noncharacters. The two direction
 * marks and the joiners stay, because Arabic, Hebrew, Indian scripts and emoji need them and they reach no further than their neighbours.
 */
const unwanted =
  /(?![\n\t])\p{Cc}|[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\uFFFE\uFFFF\u{1D173}-\u{1D17A}\u{E0000}-\u{E007F}]|\p{Noncharacter_Code_Point}/gu;

/** More marks on one letter than any script needs: they would cover the lines above and below. */
const stackedMarks = /(\p{M}{6})\p{M}+/gu;

/**
 * A text of several lines as it may be kept and shown: NFC, `\n` as the only line break, no control characters, no lone
 * surrogates, at most six marks on a letter, at most one blank line at a time, none at either end.
 */
export function cleanText(text: string): string {
  return cleanCharacters(text)
    .replaceAll(/(?<![ \t])[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

/** The same for a text that must stand on one line, such as a name. */
export function cleanLine(text: string): string {
  return cleanCharacters(text).replaceAll(/\s+/g, ' ').trim();
}

/** The text without unwanted characters; its spaces and line breaks are kept. */
export function cleanCharacters(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll(unwanted, '')
    .normalize('NFC')
    .replaceAll(stackedMarks, '$1');
}

/** A text on one line cut to a number of characters, with `…` where something was cut off. */
export function cutLine(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${cleanLine(text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, ''))}…`;
}
