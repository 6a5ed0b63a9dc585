/** The longest selection that is quoted in full, in characters. A longer one is quoted by its first and last words. */
const maxQuoteLength = 120;

/** Number of words at either end of a long quote, and of words of context for a quote that occurs more than once. */
const contextWords = 4;

/**
 * Returns the text directive for a selection, as in the URL Fragment Text Directives specification of the WICG:
 * `text=[prefix-,]start[,end][,-suffix]`. It quotes whole words, and names the words around them where the quotation
 * occurs elsewhere on the page.
 */
export function textFragment(selection: Range): string {
  const range = wholeWords(selection);
  const selected = collapseSpaces(range.toString());
  const isLong = selected.length > maxQuoteLength || isAcrossBlocks(range);
  const tokens = selected.split(' ');
  const quote =
    isLong && tokens.length > 2 * contextWords
      ? [tokens.slice(0, contextWords).join(' '), tokens.slice(-contextWords).join(' ')]
      : [selected];
  const page = collapseSpaces(document.querySelector('main')?.textContent ?? '').toLowerCase();
  const isRepeated = page.split((quote[0] ?? '').toLowerCase()).length > 2;
  const before = isRepeated ? words(textAround(range, 'before')).slice(-contextWords).join(' ') : '';
  const after = isRepeated ? words(textAround(range, 'after')).slice(0, contextWords).join(' ') : '';
  const parts = [before && `${encode(before)}-`, ...quote.map(encode), after && `-${encode(after)}`];
  return `text=${parts.filter(Boolean).join(',')}`;
}

/** The same range without spaces at its ends and with the rest of a word that it cuts: a browser finds whole words only. */
function wholeWords(selection: Range): Range {
  const range = selection.cloneRange();
  const { startContainer: first, endContainer: last } = range;
  const isInWord = (text: string, at: number) => /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
  if (first instanceof Text) {
    let start = range.startOffset;
    while (isInWord(first.data, start)) start -= 1;
    range.setStart(first, start);
  }
  if (last instanceof Text) {
    let end = range.endOffset;
    while (isInWord(last.data, end)) end += 1;
    range.setEnd(last, end);
  }
  return range;
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

function isAcrossBlocks(range: Range): boolean {
  return blockOf(range.startContainer) !== blockOf(range.endContainer);
}

/** Returns the text of the block before or after the selection. */
function textAround(range: Range, side: 'before' | 'after'): string {
  const block = blockOf(side === 'before' ? range.startContainer : range.endContainer);
  if (!block) return '';
  const around = document.createRange();
  around.selectNodeContents(block);
  if (side === 'before') around.setEnd(range.startContainer, range.startOffset);
  else around.setStart(range.endContainer, range.endOffset);
  return around.toString();
}

function words(text: string): string[] {
  return collapseSpaces(text).split(' ').filter(Boolean);
}
