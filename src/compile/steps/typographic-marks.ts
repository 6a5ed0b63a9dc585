import type { Link, Nodes, Parents, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { retext } from 'retext';
import retextSmartypants from 'retext-smartypants';
import type { VFile } from 'vfile';
import { SKIP, visit } from '../../document/visit.ts';
import { hasShortDash } from '../quotation-marks.ts';
import { setQuotes } from '../set-quotes.ts';

const others = retext().use(retextSmartypants, { quotes: false });

/** Elements whose text is code. */
const code = new Set(['script', 'style']);
/** Elements whose text is shown as it is written. */
const literal = new Set(['code', 'kbd', 'pre', 'samp', 'tt', 'var']);

/**
 * Sets typographic quotation marks of the text's language, dashes and ellipses for the ones of a typewriter. Code,
 * formulas and addresses stay as they are.
 */
export function typographicMarks() {
  return (tree: Root, file: VFile) => {
    const language = file.data.language ?? 'en';
    visit(tree, (node) => {
      if (['paragraph', 'heading', 'tableCell', 'defListTerm'].includes(node.type) && 'children' in node) {
        setMarks(node, language);
        return SKIP;
      }
      return;
    });
  };
}

function setMarks(block: Parents, language: string): void {
  const pieces = piecesIn(block);
  // a link or emphasis may be between two quotation marks, so these are read in the text of the whole block
  const whole = pieces.map(({ text }) => text).join('');
  const quotes = /["']/.test(whole) ? setQuotes(whole, language) : null;
  const isShort = hasShortDash(language);
  let start = 0;
  for (const { node, text } of pieces) {
    const from = start;
    start += text.length;
    if (node?.type !== 'text') continue;
    const set = quotes ? text.replace(/["' ]/g, (char, at: number) => quotes.get(from + at) ?? char) : text;
    const long = set.replaceAll(/(?<!-)---(?!-)/g, '—');
    const dashed = long.replaceAll(isShort ? /(?<!-)--(?!-)/g : /(?<=\d)--(?=\d)/g, '–'); // from one number to another
    node.value = /--|\. ?\. ?\.|``|''/.test(dashed) ? String(others.processSync(dashed)) : dashed;
  }
}

/** A text, or letters in the place of what is no prose. */
interface Piece {
  node: Nodes | null;
  text: string;
}

/** What a block is read as, in order. */
function piecesIn(node: Nodes): Piece[] {
  if (node.type === 'text') return [{ node, text: node.value }];
  if (node.type === 'inlineCode') return [letters(node.value)];
  if (node.type === 'inlineMath') return [letters('x')];
  if (node.type === 'break') return [{ node: null, text: '\n' }];
  if (!('children' in node)) return [];
  if (node.type === 'link' && isBare(node)) return [letters(textOf(node))];
  if (node.type === 'mdxJsxTextElement' && code.has(node.name ?? '')) return [];
  if (node.type === 'mdxJsxTextElement' && literal.has(node.name ?? '')) return [letters(textOf(node))];
  return piecesOf(node.children);
}

/** In `.md` the tags of HTML stand beside what is between them. */
function piecesOf(children: readonly Nodes[]): Piece[] {
  let open = '';
  return children.flatMap((child) => {
    const [, end = '', name = ''] = child.type === 'html' ? (/^<(\/?)([a-z]+)/i.exec(child.value) ?? []) : [];
    const tag = name.toLowerCase();
    if (open === '' && end === '' && literal.has(tag)) open = tag;
    else if (end !== '' && tag === open) open = '';
    return open === '' ? piecesIn(child) : [letters(textOf(child))];
  });
}

function letters({ length }: string): Piece {
  return { node: null, text: 'A'.repeat(length) };
}

/** Whether the text of a link is its address. */
function isBare(link: Link): boolean {
  const text = textOf(link);
  return [text, `http://${text}`, `https://${text}`, `mailto:${text}`].includes(link.url);
}
