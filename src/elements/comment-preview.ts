import { newElement } from './new-element.ts';

/**
 * What the subset of Markdown in `src/comments/safe-markdown.ts` makes of a text, nearly: paragraphs, quotes, lists,
 * code, emphasis, links and line breaks. It is small on purpose: a form of Markdown that few readers write (a list
 * within a list, a link with a title) is shown as it was typed, though the page will set it.
 */
export function commentPreview(text: string): HTMLElement[] {
  const blocks = text.replaceAll(/\r\n?/g, '\n').split(/(^```[^\n]*\n[\s\S]*?^```[ \t]*$)/m);
  return blocks.flatMap((part, index) =>
    index % 2 === 1
      ? [newElement('pre', {}, newElement('code', {}, part.replaceAll(/^```.*\n?/gm, '')))]
      : part.split(/\n[ \t]*\n/).flatMap((block) => blockOf(block.replaceAll(/^\n+|\n+$/g, ''))),
  );
}

function blockOf(block: string): HTMLElement[] {
  if (block.trim() === '') return [];
  if (/^ {0,3}>/.test(block))
    return [newElement('blockquote', {}, ...commentPreview(block.replaceAll(/^ {0,3}> ?/gm, '')))];
  const bullet = /^ {0,3}(?:[-*+]|\d{1,9}[.)]) +/;
  if (bullet.test(block)) {
    const items = block.split(/\n(?= {0,3}(?:[-*+]|\d{1,9}[.)]) )/);
    const list = newElement(/^ {0,3}\d/.test(block) ? 'ol' : 'ul');
    list.append(
      ...items.map((item) => newElement('li', { dir: 'auto' }, ...inline(item.replace(bullet, '')))),
    );
    return [list];
  }
  return [newElement('p', { dir: 'auto' }, ...inline(block))];
}

const marks =
  /(`+)(?<code>[^`]+)\1|\*\*(?<strong>[^\s*](?:[^*]*[^\s*])?)\*\*|\*(?<em>[^\s*](?:[^*]*[^\s*])?)\*|\b_(?<under>[^\s_](?:[^_]*[^\s_])?)_\b|\[(?<words>[^\]\n]+)\]\((?<to>https?:\/\/[^\s)]+)\)|(?<bare>https?:\/\/[^\s<]*[^\s<.,;:!?)"'”])|(?<line>\n)/i;

/** The text of a paragraph with its marks; only http(s) addresses become links. */
function inline(text: string): (Node | string)[] {
  const match = marks.exec(text);
  if (!match) return text === '' ? [] : [text];
  const { code, strong, em, under, words, to, bare } = match.groups ?? {};
  const link = (href: string, children: (Node | string)[]) =>
    newElement('a', { href, rel: 'ugc nofollow noopener' }, ...children);
  const found = code
    ? newElement('code', {}, code)
    : strong
      ? newElement('strong', {}, ...inline(strong))
      : (em ?? under)
        ? newElement('em', {}, ...inline(em ?? under ?? ''))
        : words && to
          ? link(to, inline(words))
          : bare
            ? link(bare, [bare])
            : newElement('br');
  return [...inline(text.slice(0, match.index)), found, ...inline(text.slice(match.index + match[0].length))];
}
