import style from '../styles/passage-marks.css?inline';
import { fragmentTarget } from './fragment-target.ts';

/** The elements in which words are marked. */
const textSelector = '.prose';

let current: AbortController | undefined;

/**
 * Marks words in the text, also across bold, links and code, without a change to the document. Esc removes the
 * marks, as does the first click after the reader has scrolled on.
 * @param words as they are in the text, in upper or lower case
 * @param scroll whether to scroll to the first mark: true after a link was followed, false after a reload or a
 * step in the history, where the browser restores the scroll position
 */
export function markPassages(words: readonly string[], scroll = true): void {
  clear();
  const ranges = findRanges(words.filter((word) => word !== ''));
  if (ranges.length === 0) return;
  current = new AbortController();
  const { signal } = current;
  adoptStyle();
  if ('highlights' in CSS) CSS.highlights.set('found', new Highlight(...ranges));
  else for (const range of ranges) blockOf(range.startContainer)?.setAttribute('data-found', '');
  openDetails(ranges);
  if (scroll) scrollToFirst(ranges);
  let startY = scrollY;
  setTimeout(() => (startY = scrollY), 500); // scrolling to the passage does not count
  document.addEventListener('keydown', (event) => event.key === 'Escape' && dismiss(), { signal });
  document.addEventListener('pointerdown', () => Math.abs(scrollY - startY) > 80 && dismiss(), { signal });
}

/** Removes the marks, and the query from the address. */
function dismiss() {
  clear();
  const address = new URL(location.href);
  address.searchParams.delete('q');
  history.replaceState(history.state, '', address);
}

function clear() {
  current?.abort();
  current = undefined;
  if ('highlights' in CSS) CSS.highlights.delete('found');
  for (const found of document.querySelectorAll('[data-found]')) found.removeAttribute('data-found');
}

function adoptStyle() {
  if (document.adoptedStyleSheets.some((sheet) => sheets.has(sheet))) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  sheets.add(sheet);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

const sheets = new WeakSet<CSSStyleSheet>();

/** Opens every closed `<details>` around a mark. */
function openDetails(ranges: readonly Range[]) {
  for (const range of ranges) {
    let details = range.startContainer.parentElement?.closest('details:not([open])');
    for (
      ;
      details instanceof HTMLDetailsElement;
      details = details.parentElement?.closest('details:not([open])')
    )
      details.open = true;
  }
}

/** Scrolls to the target of the address, and then to the first mark after it if that is not visible. */
function scrollToFirst(ranges: readonly Range[]) {
  const target = fragmentTarget();
  const first = target && ranges.find((range) => range.comparePoint(target, 0) <= 0);
  target?.scrollIntoView();
  const box = first?.getBoundingClientRect();
  if (box && (box.bottom > innerHeight || box.top < 0)) blockOf(first?.startContainer)?.scrollIntoView();
}

function blockOf(node: Node | undefined): Element | null {
  return (
    node?.parentElement?.closest(
      'p, li, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, pre, blockquote, div, section',
    ) ?? null
  );
}

/** The text of a block with its text nodes: a word may begin in one node and end in another. */
interface Line {
  text: string;
  nodes: { node: Text; start: number }[];
}

function findRanges(words: readonly string[]): Range[] {
  if (words.length === 0) return [];
  const pattern = new RegExp(words.map(patternOf).join('|'), 'giu');
  return lines().flatMap((line) =>
    [...line.text.matchAll(pattern)].map((match) => {
      const range = new Range();
      range.setStart(...boundaryPoint(line, match.index));
      const [node, offset] = boundaryPoint(line, match.index + match[0].length - 1);
      range.setEnd(node, offset + 1);
      return range;
    }),
  );
}

/** A word stands between spaces or signs; in a script without spaces it stands anywhere. */
function patternOf(word: string): string {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u.test(word)
    ? escaped
    : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
}

function lines(): Line[] {
  const byBlock = new Map<Element, Line>();
  for (const root of document.querySelectorAll(textSelector)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      const block = blockOf(node) ?? root;
      const line = byBlock.get(block) ?? { text: '', nodes: [] };
      byBlock.set(block, line);
      line.nodes.push({ node, start: line.text.length });
      line.text += node.data;
    }
  }
  return [...byBlock.values()];
}

function boundaryPoint(line: Line, offset: number): [Text, number] {
  const found = line.nodes.findLast(({ start }) => start <= offset);
  if (!found) throw new Error('The line has no text node at this offset.');
  return [found.node, offset - found.start];
}
