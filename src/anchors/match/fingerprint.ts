/** Scripts without spaces between words: each of their letters counts as a word. */
const letterOrWord =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[\p{L}\p{N}\p{M}]+/gu;

/**
 * The words of a text as the ledger compares them: NFC, lower case, without punctuation, so that curly quotes,
 * a moved comma or another typesetter make no difference. A text without words is split at its spaces.
 */
export function wordsOf(text: string): string[] {
  const normalised = text.normalize('NFC').toLowerCase();
  return normalised.match(letterOrWord) ?? normalised.split(/\s+/).filter(Boolean);
}

/** FNV-1a over UTF-16 code units with the finishing steps of MurmurHash3: 32 bits, the same on every machine. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

const consonants = 'bdfghjklmnprstvw';
const vowels = 'aeiou';

/**
 * A number as a word that can be pronounced: pairs of a consonant and a vowel, 80 to the power of `pairs` different
 * ones. Three pairs are enough for an essay; where two texts collide, both take more.
 */
export function pronounceable(value: number, pairs: number): string {
  let rest = value;
  let word = '';
  for (let pair = 0; pair < pairs; pair += 1) {
    word += (consonants[rest % 16] ?? '') + (vowels[Math.floor(rest / 16) % 5] ?? '');
    rest = Math.floor(rest / 80);
  }
  return word;
}
