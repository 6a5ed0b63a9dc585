import style from '../styles/passage-marks.css?inline';
import { addressed } from './addressed.ts';

/** What a page holds of text: marks stand nowhere else. */
const text = '.prose';
/** What begins and ends a line of its own; words never run across. */
const block = 'p, li, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, pre, blockquote, div, section';

let showing: AbortController | undefined;

/**
 * Marks words wherever they stand in the text, across bold, links and code, without a change to the page. Esc
 * clears the marks, as does the first click after the reader has scrolled on.
 * @param words as they stand in the text, in any case
 * @param go whether the reader has just come by the link, and is to see the first mark; one who comes back, or
 * goes on in the page, is where they wanted to be
 */
export function markPassages(words: readonly string[], go = true): void {
  clear();
  const ranges = rangesOf(words.filter((word) => word !== ''));
  if (ranges.length === 0) return;
  showing = new AbortController();
  const { signal } = showing;
  adopt();
  if ('highlights' in CSS) CSS.highlights.set('found', new Highlight(...ranges));
  else for (const range of ranges) blockOf(range.startContainer)?.setAttribute('data-found', '');
  unfold(ranges);
  if (go) show(ranges);
  let from = scrollY;
  setTimeout(() => (from = scrollY), 500); // the way to the passage is no reading on
  document.addEventListener('keydown', (event) => event.key === 'Escape' && dismiss(), { signal });
  document.addEventListener('pointerdown', () => Math.abs(scrollY - from) > 80 && dismiss(), { signal });
}

/** Takes the marks away, and from the address what asked for them. */
function dismiss() {
  clear();
  const address = new URL(location.href);
  address.searchParams.delete('q');
  history.replaceState(history.state, '', address);
}

function clear() {
  showing?.abort();
  showing = undefined;
  if ('highlights' in CSS) CSS.highlights.delete('found');
  for (const found of document.querySelectorAll('[data-found]')) found.removeAttribute('data-found');
}

function adopt() {
  if (document.adoptedStyleSheets.some((sheet) => sheets.has(sheet))) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  sheets.add(sheet);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

const sheets = new WeakSet<CSSStyleSheet>();

/** Opens what hides a mark. */
function unfold(ranges: readonly Range[]) {
  for (const range of ranges) {
    let inside = range.startContainer.parentElement?.closest('details:not([open])');
    for (
      ;
      inside instanceof HTMLDetailsElement;
      inside = inside.parentElement?.closest('details:not([open])')
    )
      inside.open = true;
  }
}

/** Brings what the address names, and the first mark from there on, before the reader's eyes. */
function show(ranges: readonly Range[]) {
  const target = addressed();
  const first = target && ranges.find((range) => range.comparePoint(target, 0) <= 0);
  target?.scrollIntoView();
  const place = first?.getBoundingClientRect();
  if (place && (place.bottom > innerHeight || place.top < 0))
    blockOf(first?.startContainer)?.scrollIntoView();
}

function blockOf(node: Node | undefined): Element | null {
  return node?.parentElement?.closest(block) ?? null;
}

/** A block's text with the nodes it is made of, so that a word may begin in one and end in another. */
interface Line {
  text: string;
  nodes: { node: Text; start: number }[];
}

function rangesOf(words: readonly string[]): Range[] {
  if (words.length === 0) return [];
  const forms = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms})(?![\\p{L}\\p{N}])`, 'giu');
  return lines().flatMap((line) =>
    [...line.text.matchAll(pattern)].map((match) => {
      const range = new Range();
      range.setStart(...pointIn(line, match.index));
      const [node, offset] = pointIn(line, match.index + match[0].length - 1);
      range.setEnd(node, offset + 1);
      return range;
    }),
  );
}

function lines(): Line[] {
  const byBlock = new Map<Element, Line>();
  for (const part of document.querySelectorAll(text)) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      const around = blockOf(node) ?? part;
      const line = byBlock.get(around) ?? { text: '', nodes: [] };
      byBlock.set(around, line);
      line.nodes.push({ node, start: line.text.length });
      line.text += node.data;
    }
  }
  return [...byBlock.values()];
}

function pointIn(line: Line, offset: number): [Text, number] {
  const holder = line.nodes.findLast(({ start }) => start <= offset);
  if (!holder) throw new Error('A line that has a word has a text');
  return [holder.node, offset - holder.start];
}
