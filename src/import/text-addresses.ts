import { decodedComponent } from '../document/decoded.ts';
import { visit } from '../document/visit.ts';
import { codeSpans, replaceOutsideCode, type Span, treeOf } from './outside-code.ts';

/** An address in a text, where it is, and what it is for. */
export interface TextAddress {
  value: string;
  use: 'link' | 'picture';
  /** How it is written there: in Markdown or in an attribute of HTML. */
  in: 'markdown' | 'html';
  start: number;
  end: number;
}

/** Every address that a text names: of links, pictures, definitions, and attributes of HTML. */
export function textAddresses(text: string, format: 'md' | 'mdx'): TextAddress[] {
  const tree = treeOf(text, format);
  const found: TextAddress[] = [];
  const pictureDefinitions = new Set<string>();
  visit(tree, 'imageReference', (node) => void pictureDefinitions.add(node.identifier));
  visit(tree, (node) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return;
    if (node.type === 'link') {
      const from = node.children.at(-1)?.position?.end.offset ?? start + 1;
      add(written(text, from, end, ']('), node.url, 'link');
    }
    if (node.type === 'image')
      add(written(text, start + 2 + (node.alt ?? '').length, end, ']('), node.url, 'picture');
    if (node.type === 'definition') {
      const use = pictureDefinitions.has(node.identifier) ? 'picture' : 'link';
      add(written(text, start, end, ']:'), node.url, use);
    }
  });
  const code = codeSpans(tree);
  const isFree = (at: number) =>
    !code.some(([from, to]) => at >= from && at < to) &&
    !found.some(({ start, end }) => at >= start && at < end);
  for (const tag of text.matchAll(/<([a-zA-Z][\w-]*)\s([^<>]*)>/g)) {
    if (!isFree(tag.index)) continue;
    const name = (tag[1] ?? '').toLowerCase();
    const from = tag.index + 2 + (tag[1] ?? '').length;
    for (const one of (tag[2] ?? '').matchAll(
      /(?:^|\s)(src|href|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>{]+))/gi,
    )) {
      const value = one[2] ?? one[3] ?? one[4] ?? '';
      const at = from + one.index + one[0].lastIndexOf(value);
      const use = name === 'a' ? 'link' : 'picture';
      if (value !== '') found.push({ value, use, in: 'html', start: at, end: at + value.length });
    }
  }
  return found.sort((a, b) => a.start - b.start);

  function add(span: Span | null, value: string, use: TextAddress['use']): void {
    if (span) found.push({ value, use, in: 'markdown', start: span[0], end: span[1] });
  }
}

/** Where the address behind a sign is written, its angle brackets included. */
function written(text: string, from: number, end: number, sign: string): Span | null {
  const at = text.indexOf(sign, Math.max(0, from - 1));
  if (at < 0 || at >= end) return null;
  let start = at + sign.length;
  while (/\s/.test(text[start] ?? '')) start += 1;
  if (text[start] === '<') {
    const close = text.indexOf('>', start);
    return close < 0 || close >= end ? null : [start, close + 1];
  }
  let depth = 0;
  let stop = start;
  while (stop < end && !/\s/.test(text[stop] ?? '')) {
    const sign = text[stop];
    if (sign === '\\') stop += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')' && depth === 0) break;
    else if (sign === ')') depth -= 1;
    stop += 1;
  }
  return [start, Math.min(stop, end)];
}

/** The text with each address as `change` says; null leaves it as it is written. */
export function replaceAddresses(
  text: string,
  format: 'md' | 'mdx',
  change: (address: TextAddress) => string | null,
): string {
  let result = '';
  let end = 0;
  for (const address of textAddresses(text, format)) {
    if (address.start < end) continue;
    const next = change(address);
    if (next === null) continue;
    const isSafe = address.in === 'html' || !/[\s<>()\\]/.test(next);
    result += text.slice(end, address.start) + (isSafe ? next.replaceAll('"', '%22') : `<${next}>`);
    end = address.end;
  }
  return result + text.slice(end);
}

/** The text with the links to an address as their words alone, in Markdown and in HTML. */
export function withoutLink(text: string, format: 'md' | 'mdx', address: string): string {
  const isMeant = (url: string) => decodedComponent(url) === decodedComponent(address);
  const spans: { start: number; end: number; words: string }[] = [];
  const tree = treeOf(text, format);
  const named = new Set<string>();
  visit(tree, 'definition', ({ identifier, url }) => {
    if (isMeant(url)) named.add(identifier);
  });
  visit(tree, ['link', 'linkReference'], (node) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return;
    const [first, last] = [node.children.at(0), node.children.at(-1)];
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    const [from, to] = [first?.position?.start.offset, last?.position?.end.offset];
    if (!(node.type === 'link' ? isMeant(node.url) : named.has(node.identifier))) return;
    if (start === undefined || end === undefined) return;
    if (from !== undefined && to !== undefined) spans.push({ start, end, words: text.slice(from, to) });
  });
  const made = spans
    .toReversed()
    .reduce((done, { start, end, words }) => done.slice(0, start) + words + done.slice(end), text);
  const anchor = /<a\b[^<>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))[^<>]*>([\s\S]*?)<\/a\s*>/gi;
  return replaceOutsideCode(made, format, anchor, ([, double, single, bare, words = '']) =>
    isMeant(double ?? single ?? bare ?? '') ? words : null,
  );
}

/** The text with angle brackets around addresses in Markdown that contain a space, which it would print as they are. */
export function bracketedAddresses(text: string, format: 'md' | 'mdx'): string {
  const spaced = /(!?\[[^\]\n]*\]\()\s*(?![\s"'<])((?:(?!\s["'])[^()\n"])+)\)/g;
  return replaceOutsideCode(text, format, spaced, ([, before = '', address = '']) =>
    /[./]/.test(address) && /\S\s+\S/.test(address) ? `${before}<${address.trim()}>)` : null,
  );
}
