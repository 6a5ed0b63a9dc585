import type { Nodes, Root, Text } from 'hast';
import type { VFile } from 'vfile';
import { SKIP, visit } from '../../document/visit.ts';
import { frenchSpaces } from '../french-spaces.ts';

const phrasing = /^(?:p|h[1-6]|li|td|th|dt|dd|summary|figcaption|caption)$/;
const literal = /^(?:code|pre|kbd|samp|math|svg|script|style)$/;

const wide = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\u3000-\u303f\uff00-\uffef`;
/** Line breaks between characters that are as wide as a Chinese one. */
const betweenWide = breakBetween(wide);
/** In Chinese and Japanese, curly marks, dashes and dots are as well. */
const betweenWideMarks = breakBetween(`${wide}“”‘’…—·`);

/**
 * Takes the line breaks of the source out from between Chinese and Japanese characters, where they would be shown as a
 * space; in French a space that was written beside a mark does not break a line. It comes after the ids, which it
 * must not change.
 */
export function languageSpaces() {
  return (tree: Root, file: VFile) => {
    const { language } = new Intl.Locale(file.data.language ?? 'en');
    const isFrench = language === 'fr';
    const breaks = /^(?:ja|zh|yue)$/.test(language) ? betweenWideMarks : betweenWide;
    visit(tree, 'element', (node) => {
      if (literal.test(node.tagName)) return SKIP;
      if (!phrasing.test(node.tagName)) return;
      const pieces = piecesIn(node);
      const whole = pieces.map(({ text }) => text).join('');
      const spaced = isFrench ? frenchSpaces(whole) : whole;
      const removed = new Set<number>();
      for (const { index, 0: found } of whole.matchAll(breaks))
        for (let at = index; at < index + found.length; at += 1) removed.add(at);
      if (spaced === whole && removed.size === 0) return;
      let start = 0;
      for (const { node: own, text } of pieces) {
        const from = start;
        start += text.length;
        if (own)
          own.value = [...Array(text.length).keys()]
            .map((at) => (removed.has(from + at) ? '' : spaced[from + at]))
            .join('');
      }
      return;
    });
  };
}

/** A text, or in its place what stands for something that is no prose. */
interface Piece {
  node: Text | null;
  text: string;
}

function piecesIn(node: Nodes): Piece[] {
  if (node.type === 'text') return [{ node, text: node.value }];
  if (node.type === 'element' && (literal.test(node.tagName) || node.tagName === 'br'))
    return [{ node: null, text: 'A' }];
  return 'children' in node ? node.children.flatMap(piecesIn) : [];
}

function breakBetween(characters: string): RegExp {
  return new RegExp(`(?<=[${characters}])[ \\t]*\\n[ \\t]*(?=[${characters}])`, 'gu');
}
