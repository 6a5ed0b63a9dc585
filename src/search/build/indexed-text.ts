import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { indexedWord, plainWord } from '../../document/normalized-word.ts';
import { type TextUnit, textUnits } from '../../document/text-units.ts';
import { wordElements } from '../../document/word-elements.ts';

/** A piece of text that the index gets in another form, with what a reader shall see of it. */
export interface ReplacedText {
  indexed: string;
  shown: string;
}

/** Pagefind removes it from what it keeps of a text, which then could not be found again. */
const zeroWidthSpace = '\u200B';

/**
 * The text for the index: a word for each unit, separated by spaces. A character of a script without spaces stands
 * together with the one after it, so that a search of two characters is exact and one of a single character is that
 * of a prefix. Null where the index can have the text as it is, which is so for most of a text in English.
 */
export function indexedText(text: string): ReplacedText | null {
  const units = textUnits(text);
  const words = units.map(({ text, isCharacter, continues }, index) => {
    if (!isCharacter) return indexedToken(text.replaceAll(zeroWidthSpace, ''));
    const next = continues ? plainWord(units[index + 1]?.text ?? '') : '';
    return indexedWord(plainWord(text) + next);
  });
  if (units.every(({ text, isJoined }, index) => text === words[index] && !isJoined)) return null;
  return { indexed: words.join(' '), shown: shownText(units) };
}

/** Puts units together as they stood. */
function shownText(units: readonly TextUnit[]): string {
  return units.map(({ text, isJoined }, index) => (isJoined || index === 0 ? text : ` ${text}`)).join('');
}

/** The token itself where the index reads it rightly, as it does nearly always. */
function indexedToken(token: string): string {
  const parts = token.split(/(?<=.)\p{Pd}(?=.)/u).map((part) => indexedWord(plainWord(part)));
  return parts.join('') === asPagefindReads(token) || parts.join('') === '' ? token : parts.join('-');
}

function asPagefindReads(token: string): string {
  const possessive = token
    .normalize('NFD')
    .toLowerCase()
    .replace(/['’]s$/, '');
  return possessive.replaceAll(/[^\p{L}\p{N}]/gu, '').normalize('NFC');
}

/** Elements that are part of a line: words, breaks, and the parts of a formula or of a word with its reading. */
const inline = new Set([...wordElements, ...'br math mi mn mo mrow msup msub rb rt rp wbr'.split(' ')]);

/** Gives every block of a tree the text for the index. @param replaced what was replaced, in order, is added to it */
export function withIndexedText(
  nodes: readonly ElementContent[],
  replaced: ReplacedText[],
): ElementContent[] {
  const isOneText = nodes.every((node) => node.type !== 'element' || isInline(node));
  if (isOneText && nodes.length > 0) {
    const found = indexedText(nodes.map((node) => (isBreak(node) ? ' ' : textOf(node))).join(''));
    if (!found) return [...nodes];
    replaced.push(found);
    return [{ type: 'text', value: ` ${found.indexed} ` }];
  }
  return nodes.map((node): ElementContent => {
    if (node.type === 'element') return { ...node, children: withIndexedText(node.children, replaced) };
    const found = node.type === 'text' && node.value.trim() !== '' ? indexedText(node.value) : null;
    if (!found) return node;
    replaced.push(found);
    return { type: 'text', value: ` ${found.indexed} ` };
  });
}

/** What a reader sees of a tree, with a space between any two blocks. */
export function spacedText(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type !== 'element') return '';
      const text = spacedText(node.children);
      return inline.has(node.tagName) && !isBreak(node) ? text : ` ${text} `;
    })
    .join('');
}

/** An id inside a block is kept only where a link may lead to it: not that of a link itself. */
function isInline(node: Element): boolean {
  const hasId = 'id' in node.properties && node.tagName !== 'a';
  return (
    inline.has(node.tagName) &&
    !hasId &&
    node.children.every((child) => child.type !== 'element' || isInline(child))
  );
}

function isBreak(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'br';
}
