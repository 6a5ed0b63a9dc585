import { unspacedLetter } from '../document/letters.ts';
import { attributesOfTag, endOfBraces, endOfTag } from './tag-in-text.ts';

/** A word of a text, with the line on which it stands. */
export interface WrittenWord {
  word: string;
  line: number;
}

/**
 * A word, as far as it is compared: a run of letters and figures, and each letter of a script that writes no spaces, whose
 * sentences may be broken into lines anywhere. Signs beside it may be Markdown.
 */
export const wordPattern = new RegExp(
  `${unspacedLetter}|(?:(?!${unspacedLetter})[\\p{L}\\p{M}\\p{N}])+`,
  'gu',
);

/** The form in which a word that is written is compared with one that is shown. */
export function comparable(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/**
 * The words that a text should show, found without the parser, so that the two can be compared. Addresses, names of
 * elements, comments and everything else that is no prose is left out; where that is doubtful, it is left out too.
 * Takes time in proportion to the text.
 * @param body the text without its frontmatter
 */
export function writtenWords(body: string, isMdx: boolean): WrittenWord[] {
  return withoutMarkup(body, isMdx)
    .split('\n')
    .flatMap((text, index) =>
      [...comparable(withoutEntities(text)).matchAll(wordPattern)].map(([word]) => ({
        word,
        line: index + 1,
      })),
    );
}

/** `&eacute;` is a letter of the word around it. */
function withoutEntities(line: string): string {
  if (!line.includes('&')) return line;
  return line.replaceAll(/[\p{L}\p{M}\p{N}]*(?:&#?\w{1,32};[\p{L}\p{M}\p{N}]*)+/gu, ' ');
}

/** Where something begins that may be no prose. */
const sign = /[\\`<{\][!:\n]/g;

/** What is no prose, by how it begins. Each pattern ends in its line or its paragraph. */
const inLine: readonly RegExp[] = [
  linkEnd(),
  /\]\[[^[\]\n]*\]/y, // the name of a definition
  /\[\^[^\]\s]+\]/y, // the name of a note
  /!\[\[[^[\]\n|]*(?:\|\d+(?:x\d+)?(?=\]))?/y,
  /\[\[_?toc_?\]\]|\[toc\]/iy,
  /\[\[[^[\]\n|]*\|/y,
  /\[\[[^[\]\n|#]+#[^[\]\n]*/y,
  /\[![\w-]+(?:\|[^\]\n]*)?\][+-]?/y, // the kind of a callout
  /\[@[\w:.#$%&+?<>~/-]+(?:[,;،؛、，；](?:[^[\]\n]|\n(?!\s*\n))*)?(?=\])/y, // a work that is cited
  /:{3,}[ \t]*(?:\{[^}\n]*\}|[\w-]*)/y,
  /:(?:[+-]1|[a-z][\w-]*):/y, // the name of an emoji
];

/** Behind the text of a link: its address and its title, in which a backslash takes the meaning of a sign away. */
function linkEnd(): RegExp {
  const letter = String.raw`\\[^\n]|[^()\\\n]`;
  const inPairs = String.raw`(?:${letter}|\((?:${letter}|\((?:${letter})*\))*\))*?`;
  const address = String.raw`(?:<(?:\\[^\n]|[^<>\\\n])*>|${inPairs})`;
  const titles = [
    String.raw`"(?:\\"|[^"]){0,500}"`,
    `'(?:\\\\'|[^']){0,500}'`,
    String.raw`\((?:\\[()]|[^()]){0,500}\)`,
  ];
  return new RegExp(String.raw`\]\(\s*${address}(?:\s+(?:${titles.join('|')}))?\s*\)`, 'y');
}

/** A line that opens a block of code, with what is before it. */
const fence = /([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(?:(`{3,})[^`\n]*|(~{3,})[^\n]*)(?=\n|$)/y;

/** What is before the text of a line: marks of quotes, lists and tasks. */
const prefix = /[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])(?:[ \t]+[ \t>]*|(?=\r?\n|$)))*(?:\[[ xX]\][ \t])?/y;

/** A definition of an address. A word alone as its address is no address: that line is text which Markdown would leave out. */
const definition =
  /\[(?!\^)(?:[^[\]\\\n]|\\.)+\]:[ \t]*\n?[ \t]*(?:<[^>\n]*>|\S*[/.#:?&=@]\S*)[^\n]*(?:\n[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))[ \t]*(?=\n|$))?/y;

/** What is known of the rest of a text, so that it is not searched again and again. */
interface Ends {
  /** Where its last comment ends; -1 where none does. */
  comment: number;
  /** Lengths from which a run of backquotes or tildes that begins code has no end, by the sign. */
  unclosed: Map<string, number>;
}

function withoutMarkup(text: string, isMdx: boolean): string {
  const kept: string[] = [];
  let at = 0;
  let isLineStart = true;
  const ends: Ends = { comment: text.lastIndexOf('-->'), unclosed: new Map() };
  while (at < text.length) {
    if (isLineStart) {
      isLineStart = false;
      const code = codeBlock(text, at, ends);
      if (code) {
        kept.push(blank(text.slice(at, code.start)), text.slice(code.start, code.end));
        at = code.end;
        continue;
      }
      at = skip(matchAt(prefix, text, at));
      at = skip(matchAt(definition, text, at));
      if (at >= text.length) break;
    }
    sign.lastIndex = at;
    const next = sign.exec(text)?.index ?? text.length;
    kept.push(text.slice(at, next));
    at = next;
    if (at >= text.length) break;
    if (text[at] === '\n') {
      kept.push('\n');
      at += 1;
      isLineStart = true;
      continue;
    }
    const { end, shown } = construct(text, at, isMdx, ends);
    kept.push(shown);
    at = end;
  }
  return kept.join('');

  function skip(end: number): number {
    kept.push(blank(text.slice(at, end)));
    return end;
  }
}

/** What begins at a sign: where it ends, and what of it is prose. */
function construct(text: string, at: number, isMdx: boolean, ends: Ends): { end: number; shown: string } {
  const one = { end: at + 1, shown: ' ' };
  const hidden = (end: number) => ({ end, shown: blank(text.slice(at, end)) });
  switch (text[at]) {
    case '\\':
      return /[!-%'-/:-@[-`{-~]/.test(text[at + 1] ?? '') ? { end: at + 2, shown: '  ' } : one;
    case '`': {
      const [run = ''] = /`+/y.exec(text.slice(at, at + 200)) ?? [];
      const close = codeSpanEnd(text, at + run.length, run);
      const end = close < 0 ? at + run.length : close + run.length;
      return { end, shown: text.slice(at, end) };
    }
    case '<': {
      if (text.startsWith('<!--', at)) {
        return at + 4 > ends.comment ? one : hidden(text.indexOf('-->', at + 4) + 3);
      }
      const end = endOfTag(text, at, isMdx);
      return end < 0
        ? one
        : { end, shown: attributesOfTag(text.slice(at, end), (value) => withoutMarkup(value, isMdx)) };
    }
    case '{': {
      const end = isMdx ? endOfBraces(text, at) : matchAt(/\{:?[ \t]*[#.\w-][^{}\n]{0,300}\}/y, text, at);
      return end <= at ? one : hidden(end);
    }
    default: {
      for (const pattern of inLine) {
        const end = matchAt(pattern, text, at);
        if (end > at) return hidden(end);
      }
      return { ...one, shown: text.charAt(at) };
    }
  }
}

/** The lines of a block of code whose first line begins at `at`; null where none does, or where it does not end. */
function codeBlock(text: string, at: number, { unclosed }: Ends): { start: number; end: number } | null {
  fence.lastIndex = at;
  const found = fence.exec(text);
  if (!found) return null;
  const [first = '', before = '', backquotes, tildes = ''] = found;
  const mark = backquotes ?? tildes;
  const kind = mark.charAt(0);
  if (mark.length >= (unclosed.get(kind) ?? Number.POSITIVE_INFINITY)) return null;
  const start = at + first.length;
  const isQuoted = before.includes('>');
  for (let line = text.indexOf('\n', start); line >= 0; ) {
    const next = text.indexOf('\n', line + 1);
    const whole = text.slice(line + 1, next < 0 ? text.length : next);
    if (isQuoted && !whole.trimStart().startsWith('>')) return { start, end: line };
    const content = isQuoted ? whole.replace(/^[>\s]+/, '') : whole;
    const rest = content.trim();
    // deeper than three places within its container, it is part of the code
    const isDeep = content.length - content.trimStart().length > before.length + 3;
    if (!isDeep && rest.startsWith(mark) && /^(?:`+|~+)$/.test(rest))
      return { start, end: next < 0 ? text.length : next };
    line = next;
  }
  if (!isQuoted) unclosed.set(kind, mark.length);
  return null;
}

/** Where the same run of backquotes comes again in a paragraph; -1 where it does not. */
function codeSpanEnd(text: string, from: number, run: string): number {
  const runs = /`+|\n[ \t>]*\n/g;
  runs.lastIndex = from;
  for (let found = runs.exec(text); found && found.index - from < 20_000; found = runs.exec(text)) {
    if (found[0] === run) return found.index;
    if (found[0].startsWith('\n')) return -1;
  }
  return -1;
}

/** @returns where the match ends that begins exactly there; the same place where there is none */
function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Nothing but the ends of its lines. */
function blank(text: string): string {
  return ` ${text.replaceAll(/[^\n]+/g, '')} `;
}
