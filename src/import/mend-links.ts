import { visit } from 'unist-util-visit';
import { lineAt, treeOf } from './outside-code.ts';
import type { Note } from './template-tags.ts';

/** Schemes that this site links to. */
const linked = /^(?:https?|mailto|tel):/i;

/** Links to programs other than a browser (`irc:`, `ftp:`) as their words, with the address beside them. */
export function withoutOtherSchemes(text: string, format: 'md' | 'mdx', note: Note): string {
  const found: { start: number; end: number; made: string; url: string }[] = [];
  visit(treeOf(text, format), 'link', (node) => {
    const { url, position, children } = node;
    const [start, end] = [position?.start.offset, position?.end.offset];
    const [from, to] = [children.at(0)?.position?.start.offset, children.at(-1)?.position?.end.offset];
    if (!/^[a-z][a-z\d+.-]+:/i.test(url) || linked.test(url) || url.startsWith('other-text:')) return;
    if (start === undefined || end === undefined) return;
    const words = from === undefined || to === undefined ? '' : text.slice(from, to);
    const isRunnable = /^(?:javascript|data|vbscript):/i.test(url);
    const shown = isRunnable || url.includes('`') ? '' : `\`${url}\``;
    const made =
      words === url || words === '' ? shown || words : shown === '' ? words : `${words} (${shown})`;
    found.push({ start, end, made, url });
  });
  return found.toReversed().reduce((done, { start, end, made, url }) => {
    const scheme = url.slice(0, url.indexOf(':') + 1);
    note(lineAt(text, start), `a link with \`${scheme}\` became its words`);
    return done.slice(0, start) + made + done.slice(end);
  }, text);
}
