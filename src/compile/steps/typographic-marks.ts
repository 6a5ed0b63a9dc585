import type { Nodes, Parents, Root } from 'mdast';
import { retext } from 'retext';
import retextSmartypants from 'retext-smartypants';
import { SKIP, visit } from 'unist-util-visit';

const quotes = retext().use(retextSmartypants, { ellipses: false, dashes: false, backticks: false });
const others = retext().use(retextSmartypants, { quotes: false });

/** Elements whose text is code. */
const code = new Set(['script', 'style']);

/**
 * Sets typographic quotation marks, dashes and ellipses for the ones of a typewriter. Only blocks that have any are
 * given to retext, which reads every word of what it is given.
 */
export function typographicMarks() {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (['paragraph', 'heading', 'tableCell', 'defListTerm'].includes(node.type) && 'children' in node) {
        setMarks(node);
        return SKIP;
      }
      return;
    });
  };
}

function setMarks(block: Parents): void {
  const literals = literalsIn(block);
  // a link or emphasis may be between two quotation marks, so these are read in the text of the whole block
  const texts = literals.map((node) => (node.type === 'text' ? node.value : 'A'.repeat(node.value.length)));
  const before = ` ${texts.join('')}`; // a quotation mark after a space is an opening one
  const hasQuotes = literals.some((node) => node.type === 'text' && /["']/.test(node.value));
  const after = hasQuotes ? String(quotes.processSync(before)) : before;
  let start = 1;
  for (const node of literals) {
    const end = start + node.value.length;
    if (node.type === 'text') {
      const text = after.slice(start, end);
      node.value = /--|\. ?\. ?\.|``|''/.test(text) ? String(others.processSync(text)) : text;
    }
    start = end;
  }
}

/** The texts and codes of a block, in order. */
function literalsIn(node: Nodes): { type: string; value: string }[] {
  if (node.type === 'text' || node.type === 'inlineCode') return [node];
  if (!('children' in node)) return [];
  if (node.type === 'mdxJsxTextElement' && code.has(node.name ?? '')) return [];
  return node.children.flatMap(literalsIn);
}
