/** Cyrillic, Greek and other letters that look like a Latin one, by that letter (Unicode's confusables, the common ones). */
const lookAlikes: Readonly<Record<string, string>> = {
  a: 'аɑα',
  b: 'ЬƄ',
  c: 'сϲ',
  d: 'ԁ',
  e: 'еҽ',
  g: 'ɡ',
  h: 'һн',
  i: 'іıɩι',
  j: 'ј',
  k: 'кκ',
  l: 'ӏΙІⅼ|1',
  m: 'м',
  n: 'ոη',
  o: 'оοօ0',
  p: 'рρ',
  q: 'ԛ',
  r: 'г',
  s: 'ѕ',
  t: 'тτ',
  u: 'υս',
  v: 'ѵν',
  w: 'ԝω',
  x: 'хχ',
  y: 'уγү',
  z: 'ᴢ',
};

const plain = new Map(
  Object.entries(lookAlikes).flatMap(([letter, others]) =>
    [...others].map((other) => [other, letter] as const),
  ),
);

const scripts = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Coptic'] as const;

/**
 * What a person who reviews a name should know, each as a sentence: it mixes scripts that look alike, or it looks like
 * another name without being it. Readers are not shown any of this.
 * @param known the names of the site's authors and of earlier writers
 */
export function nameWarnings(name: string, known: readonly string[]): string[] {
  const used = scripts.filter((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(name));
  const like = known.find((other) => other !== name && skeleton(other) === skeleton(name));
  return [
    ...(used.length > 1 ? [`The name \`${name}\` mixes letters of these scripts: ${used.join(', ')}.`] : []),
    ...(like === undefined ? [] : [`The name \`${name}\` looks like \`${like}\` and is not the same.`]),
  ];
}

/** What a name looks like: plain small letters, no accents, no spaces. */
function skeleton(name: string): string {
  const letters = [...name.normalize('NFKC')].map((sign) => plain.get(sign) ?? sign).join('');
  const small = [...letters.toLowerCase()].map((sign) => plain.get(sign) ?? sign).join('');
  return small
    .normalize('NFD')
    .replaceAll(/[\p{M}\p{P}\s\u200C-\u200F]/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}
