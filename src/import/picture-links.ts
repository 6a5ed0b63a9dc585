import { visit } from '../document/visit.ts';
import { replaceOutsideCode, treeOf } from './outside-code.ts';

/**
 * A text with links in the place of some pictures: what they show in words, or their address, leads to them.
 * @param isMeant says of an address, as it is written, whether its picture is one of them
 */
export function picturesAsLinks(
  text: string,
  format: 'md' | 'mdx',
  isMeant: (address: string) => boolean,
): string {
  const found: { start: number; end: number; made: string }[] = [];
  visit(treeOf(text, format), 'image', (node, _, parent) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === undefined || end === undefined || !isMeant(node.url)) return;
    const words = (node.alt ?? '').replaceAll(/\s+/g, ' ').trim();
    const url = node.url.replaceAll(' ', '%20');
    const address = /[()<>]/.test(url) ? `<${url}>` : url;
    const label = (words || node.url).replaceAll(/[[\]]/g, '\\$&');
    found.push({ start, end, made: parent?.type === 'link' ? label : `[${label}](${address})` });
  });
  const markdown = found
    .toReversed()
    .reduce((made, { start, end, made: link }) => made.slice(0, start) + link + made.slice(end), text);
  if (format === 'mdx') return markdown; // there a tag can be an expression
  return replaceOutsideCode(markdown, format, /<img\b([^<>]*)>/gi, (match) => {
    const attribute = (name: string) =>
      new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(match[1] ?? '');
    const source = attribute('src');
    const address = source?.[1] ?? source?.[2];
    if (address === undefined || !isMeant(address)) return null;
    const alt = attribute('alt');
    const words = (alt?.[1] ?? alt?.[2] ?? '').trim() || address;
    return `<a href="${address.replaceAll('"', '%22')}">${words.replaceAll('<', '&lt;')}</a>`;
  });
}
