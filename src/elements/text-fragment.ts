/** The longest selection that is quoted in full, in characters. A longer one is quoted by its first and last words. */
const maxQuoteLength = 120;

/** Number of words at either end of a long quote, and of words of context for a quote that occurs more than once. */
const contextWords = 4;

/**
 * Returns the text directive for a selection, as in the URL Fragment Text Directives specification of the WICG:
 * `text=[prefix-,]start[,end][,-suffix]`.
 */
export function textFragment(range: Range): string {
  const selected = collapseSpaces(range.toString());
  const text = collapseSpaces(
    blockText(range.startContainer) + blockText(range.endContainer, range.startContainer),
  );
  const isLong = selected.length > maxQuoteLength || isAcrossBlocks(range);
  const tokens = selected.split(' ');
  const quote =
    isLong && tokens.length > 2 * contextWords
      ? [tokens.slice(0, contextWords).join(' '), tokens.slice(-contextWords).join(' ')]
      : [selected];
  const start = quote[0] ?? '';
  if (text.split(start).length > 2) {
    const prefix = collapseSpaces(textBefore(range)).split(' ').slice(-contextWords).join(' ');
    if (prefix) return `text=${encode(prefix)}-,${quote.map(encode).join(',')}`;
  }
  return `text=${quote.map(encode).join(',')}`;
}

/** Escapes hyphen, comma and ampersand too, which are part of the syntax of a directive. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}

function collapseSpaces(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function blockOf(node: Node): Element | null {
  return (
    (node instanceof Element ? node : node.parentElement)?.closest(
      'p, li, h2, h3, h4, h5, h6, td, th, figcaption, blockquote, pre',
    ) ?? null
  );
}

/** Returns the text of the block around a node, or nothing if `other` is in the same block. */
function blockText(node: Node, other?: Node): string {
  const block = blockOf(node);
  return other && block === blockOf(other) ? '' : (block?.textContent ?? '');
}

function isAcrossBlocks(range: Range): boolean {
  return blockOf(range.startContainer) !== blockOf(range.endContainer);
}

/** Returns the text of the block before the selection. */
function textBefore(range: Range): string {
  const block = blockOf(range.startContainer);
  if (!block) return '';
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return before.toString();
}
