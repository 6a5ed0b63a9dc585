/** Longest selection that is quoted whole, in characters; of a longer one its first and last words are enough. */
const whole = 120;

/** Words of context on either side, where the same words stand more than once. */
const context = 4;

/**
 * The text directive for a selection, as the URL Fragment Text Directives specification of the WICG has it:
 * `text=[prefix-,]start[,end][,-suffix]`.
 */
export function quotation(range: Range): string {
  const words = clean(range.toString());
  const text = clean(blockText(range.startContainer) + blockText(range.endContainer, range.startContainer));
  const long = words.length > whole || isAcrossBlocks(range);
  const parts = words.split(' ');
  const quoted =
    long && parts.length > 2 * context
      ? [parts.slice(0, context).join(' '), parts.slice(-context).join(' ')]
      : [words];
  const first = quoted[0] ?? '';
  if (text.split(first).length > 2) {
    const at = clean(before(range));
    const prefix = at.split(' ').slice(-context).join(' ');
    if (prefix) return `text=${encode(prefix)}-,${quoted.map(encode).join(',')}`;
  }
  return `text=${quoted.map(encode).join(',')}`;
}

/** In a directive hyphen, comma and ampersand have a meaning of their own. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}

function clean(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function blockOf(node: Node): Element | null {
  return (
    (node instanceof Element ? node : node.parentElement)?.closest(
      'p, li, h2, h3, h4, h5, h6, td, th, figcaption, blockquote, pre',
    ) ?? null
  );
}

function blockText(node: Node, unless?: Node): string {
  const block = blockOf(node);
  return unless && block === blockOf(unless) ? '' : (block?.textContent ?? '');
}

function isAcrossBlocks(range: Range): boolean {
  return blockOf(range.startContainer) !== blockOf(range.endContainer);
}

/** The text of the block before the selection. */
function before(range: Range): string {
  const block = blockOf(range.startContainer);
  if (!block) return '';
  const ahead = document.createRange();
  ahead.setStart(block, 0);
  ahead.setEnd(range.startContainer, range.startOffset);
  return ahead.toString();
}
