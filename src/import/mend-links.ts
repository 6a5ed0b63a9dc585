import { visit } from '../document/visit.ts';
import { lineAt, treeOf } from './outside-code.ts';
import type { Note } from './template-tags.ts';

/** Schemes that this site links to. */
const linked = /^(?:https?|mailto|tel):/i;

/** Links to programs other than a browser (`irc:`, `ftp:`) as their words, with the address beside them. */
export function withoutOtherSchemes(text: string, format: 'md' | 'mdx', note: Note): string {
  const found: { start: number; end: number; made: string; url: string }[] = [];
  const tree = treeOf(text, format);
  const named = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url, position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (!isOtherScheme(url) || named.has(identifier) || start === undefined || end === undefined) return;
    named.set(identifier, url);
    found.push({ start, end, made: '', url });
  });
  visit(tree, ['link', 'linkReference'], (node) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return;
    const { position, children } = node;
    const url = node.type === 'link' ? node.url : (named.get(node.identifier) ?? '');
    const [start, end] = [position?.start.offset, position?.end.offset];
    const [from, to] = [children.at(0)?.position?.start.offset, children.at(-1)?.position?.end.offset];
    if (!isOtherScheme(url) || start === undefined || end === undefined) return;
    const words = from === undefined || to === undefined ? '' : text.slice(from, to);
    const shown = isRunnable(url) || url.includes('`') ? '' : `\`${url}\``;
    const made =
      words === url || words === '' ? shown || words : shown === '' ? words : `${words} (${shown})`;
    found.push({ start, end, made, url });
  });
  found.sort((a, b) => a.start - b.start);
  return found.toReversed().reduce((done, { start, end, made, url }) => {
    const scheme = url.slice(0, url.indexOf(':') + 1);
    note(lineAt(text, start), `a link with \`${scheme}\` became its words`);
    return done.slice(0, start) + made + done.slice(end);
  }, text);
}

/** True for an address that is for another program than a browser, or runs code. */
export function isOtherScheme(url: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(url) && !linked.test(url) && !url.startsWith('other-text:');
}

/** True for an address that runs code. */
export function isRunnable(url: string): boolean {
  return /^(?:javascript|data|vbscript):/i.test(url);
}

/** A second address for a name, which no program uses, is taken away: this site would stop there. */
export function withoutSecondAddresses(text: string, format: 'md' | 'mdx', note: Note): string {
  const first = new Map<string, { url: string; line: number }>();
  const more: { start: number; end: number; what: string }[] = [];
  visit(treeOf(text, format), 'definition', ({ identifier, label, url, position }) => {
    const known = first.get(identifier);
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (start === undefined || end === undefined) return;
    if (!known) first.set(identifier, { url, line: lineAt(text, start) });
    else if (known.url !== url)
      more.push({
        start,
        end,
        what: `\`[${label ?? identifier}]: ${url}\` was removed: nothing led there, the name has an address on line ${known.line} of the text`,
      });
  });
  return more.toReversed().reduce((made, { start, end, what }) => {
    note(lineAt(text, start), what);
    return made.slice(0, start) + made.slice(end);
  }, text);
}
