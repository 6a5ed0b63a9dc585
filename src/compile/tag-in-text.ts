/** A tag that is longer is none: the rest of the text is not searched for its end at each `<`. */
const longest = 2_000;

/** A section that is left out for now may be one comment. */
const longestComment = 50_000;

/** Attributes whose words a reader sees. */
const shownAttribute = /(?<=\s)(?:alt|caption|title|source)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Where a tag of HTML or JSX ends, an address in angle brackets among them.
 * @param at the place of its `<`
 * @returns -1 where none begins there
 */
export function endOfTag(text: string, at: number, isMdx: boolean): number {
  if (!/^<\/?(?:[A-Za-z]|>)/.test(text.slice(at, at + 3))) return -1;
  const end = Math.min(text.length, at + longest);
  for (let index = at + 1; index < end; index += 1) {
    const sign = text[index];
    if (sign === '>') return index + 1;
    if (sign === '<') return -1;
    if (sign === '{' && isMdx) {
      const close = endOfBraces(text, index);
      if (close < 0) return -1;
      index = close - 1;
    } else if ((sign === '"' || sign === "'") && /=\s*$/.test(text.slice(Math.max(0, index - 5), index))) {
      const close = text.indexOf(sign, index + 1);
      if (close < 0 || close > end) return -1;
      index = close;
    } else if (sign === '\n' && !isMdx && /^\n[ \t>]*\n/.test(text.slice(index, index + 100))) return -1;
  }
  return -1;
}

/**
 * Where braces end that begin at `at`, with those inside.
 * @returns -1 where they do not end
 */
export function endOfBraces(text: string, at: number): number {
  if (text.startsWith('{/*', at)) {
    const [comment] = /^\{\/\*[\s\S]*?\*\/\s*\}/.exec(text.slice(at, at + longestComment)) ?? [];
    return comment === undefined ? -1 : at + comment.length;
  }
  let depth = 0;
  const end = Math.min(text.length, at + longest);
  for (let index = at; index < end; index += 1) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return -1;
}

/**
 * The values of a tag's attributes that are shown, and the ends of its lines.
 * @param prose what of a value is prose
 */
export function attributesOfTag(tag: string, prose: (value: string) => string): string {
  const kept: string[] = [];
  let done = 0;
  for (const found of tag.matchAll(shownAttribute)) {
    kept.push(tag.slice(done, found.index).replaceAll(/[^\n]+/g, ' '), prose(found[1] ?? found[2] ?? ''));
    done = found.index + found[0].length;
  }
  return `${kept.join('')}${tag.slice(done).replaceAll(/[^\n]+/g, ' ')} `;
}
