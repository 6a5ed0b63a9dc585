import type { Heading, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { retext } from 'retext';
import retextRepeatedWords from 'retext-repeated-words';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { visit } from '../document/visit.ts';
import type { Dictionary } from './dictionary.ts';
import { bodyOf } from './text-source.ts';

/** Something that an author may want to look at again; it stops nothing. */
export interface Hint {
  /** Counted from 1. */
  line: number;
  /** A sentence that says what is there and what would be better. */
  advice: string;
  /** True for a word that is not in the dictionary. */
  isSpelling?: true;
}

const parsers = {
  md: unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze(),
  mdx: unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath).freeze(),
};
const repeated = retext().use(retextRepeatedWords).freeze();

/** Words of links that say nothing of where they lead, in several languages. */
const vague = new Set(
  'here|click here|this|this link|link|read more|more|learn more|hier|hier klicken|mehr|ici|cliquez ici|aquí|aqui|qui|тут|здесь|こちら|ここ|这里|这儿|點擊這裡|这裡|here’s|여기|هنا|כאן'.split(
    '|',
  ),
);

/**
 * Repeated words, links with vague words, pictures without a text, headings that skip a level, and words that are not in
 * the dictionary, each once.
 * @param text the whole file; what the parser cannot read has no hints, because it has an error
 * @param dictionary of the text's language; null where there is none
 */
export function proseHints(text: string, format: 'md' | 'mdx', dictionary: Dictionary | null = null): Hint[] {
  const tree = treeOf(text, format);
  if (tree === null) return [];
  const hints: Hint[] = [];
  visit(tree, (node) => {
    const line = node.position?.start.line ?? 0;
    if (node.type === 'paragraph' || node.type === 'heading') hints.push(...repeatedWords(node, line));
    if (node.type === 'image' && (node.alt ?? '').trim() === '')
      hints.push({
        line,
        advice: `The picture \`${node.url}\` has no text for those who cannot see it. Write it between the square brackets.`,
      });
    if (node.type === 'link' && vague.has(textOf(node).trim().toLowerCase()))
      hints.push({
        line,
        advice: `The link “${textOf(node).trim()}” does not say where it leads. Take words that do.`,
      });
  });
  for (const { heading, from } of skippedLevels(tree))
    hints.push({
      line: heading.position?.start.line ?? 0,
      advice: `The heading “${textOf(heading)}” is ${heading.depth - from} levels below the one before it. Write ${'#'.repeat(from + 1)}.`,
    });
  if (dictionary) hints.push(...misspelt(tree, dictionary));
  return hints.sort((a, b) => a.line - b.line);
}

/** A word in small letters of at least three, on its own: no name, no part of an address or of a formula. */
const plainWord =
  /(?<![\p{L}\p{M}\p{N}_.@/\\])\p{Ll}[\p{Ll}\p{M}]+(?:['’]\p{Ll}+)*(?![\p{L}\p{M}\p{N}_@/]|:\/\/|\.\p{L})/gu;

function misspelt(tree: Root, dictionary: Dictionary): Hint[] {
  const found = new Map<string, Hint>();
  visit(tree, 'text', ({ value, position }) => {
    for (const { 0: word, index } of value.matchAll(plainWord)) {
      if (word.length < 3 || found.has(word) || dictionary.isRight(word)) continue;
      const near = dictionary.near(word);
      const line = (position?.start.line ?? 0) + value.slice(0, index).split('\n').length - 1;
      const question = near === null ? '' : ` Did you mean “${near}”?`;
      found.set(word, { line, advice: `“${word}” is not in the dictionary.${question}`, isSpelling: true });
    }
  });
  return [...found.values()];
}

/** The text with each heading that skips a level raised to the next one. Its words and its id stay. */
export function withoutSkippedLevels(text: string, format: 'md' | 'mdx'): string {
  const tree = treeOf(text, format);
  if (tree === null) return text;
  const lines = text.split('\n');
  for (const { heading, from } of skippedLevels(tree)) {
    const index = (heading.position?.start.line ?? 0) - 1;
    const line = lines[index];
    if (line !== undefined) lines[index] = line.replace(/^(\s{0,3})#+/, `$1${'#'.repeat(from + 1)}`);
  }
  return lines.join('\n');
}

function treeOf(text: string, format: 'md' | 'mdx'): Root | null {
  try {
    return parsers[format].parse(bodyOf(text));
  } catch {
    return null;
  }
}

/** Headings more than one level below the heading before them, with the level that this has once it is right itself. */
function skippedLevels(tree: Root): { heading: Heading; from: number }[] {
  const found: { heading: Heading; from: number }[] = [];
  let level = 1; // the title of the page
  visit(tree, 'heading', (heading) => {
    const isSkipped = heading.depth > level + 1;
    if (isSkipped) found.push({ heading, from: level });
    level = isSkipped ? level + 1 : heading.depth;
  });
  return found;
}

function repeatedWords(node: Root['children'][number], line: number): Hint[] {
  const words: string[] = [];
  visit(node, (inner) => {
    if (inner.type === 'text') words.push(inner.value);
    if (inner.type === 'inlineCode' || inner.type === 'image' || inner.type === 'footnoteReference')
      words.push('·');
    if (inner.type === 'break') words.push('\n');
  });
  const text = words.join('');
  if (!/\b(\p{L}+)\s+\1\b/iu.test(text)) return [];
  const file = new VFile(text);
  repeated.runSync(repeated.parse(file), file);
  return file.messages.map(({ actual, place }) => {
    const start = place && 'start' in place ? place.start.line : 1;
    return { line: line + start - 1, advice: `“${(actual ?? '').replaceAll(/\s+/g, ' ')}” repeats a word.` };
  });
}
