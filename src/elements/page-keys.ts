import { isInTextField } from './is-in-text-field.ts';

/**
 * `<page-keys>`: keyboard shortcuts of one key (`n`, `p`, `t`, `c`), and `?` for the sheet that lists them and turns
 * them off (WCAG 2.1.4). Keys typed in a text field are ignored.
 */
class PageKeys extends HTMLElement {
  #abort: AbortController | undefined;

  connectedCallback() {
    this.#abort = new AbortController();
    document.addEventListener('keydown', (event) => this.#onKey(event), { signal: this.#abort.signal });
  }

  disconnectedCallback() {
    this.#abort?.abort();
  }

  #onKey(event: KeyboardEvent) {
    const { key } = event;
    if (document.documentElement.dataset['keys'] === 'off' || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (document.querySelector('dialog[open]')) return;
    if (isInTextField(event)) return;
    if (key === '?') document.querySelector<HTMLElement>('reader-settings button')?.click();
    else if (key === 'n' || key === 'p') this.#moveToHeading(key === 'n');
    else if (key === 't') this.#focusContents();
    else if (key === 'c')
      document.body.dispatchEvent(new Event('stet-copy-paragraph-link', { bubbles: true }));
    else return;
    event.preventDefault();
  }

  /** Moves to the next or the previous heading. Before the first heading comes the title. */
  #moveToHeading(forward: boolean) {
    const headings = [
      ...document.querySelectorAll<HTMLElement>(`${forward ? '' : 'h1, '}.heading > :first-child`),
    ];
    const topOf = (heading: Element) => heading.getBoundingClientRect().top;
    // near the end of a page a heading cannot reach the line: there the one with the focus is where the reader is
    const focused = headings.find((heading) => heading === document.activeElement);
    const isSeen = focused && topOf(focused) >= 0 && topOf(focused) < innerHeight;
    const line = isSeen
      ? topOf(focused)
      : Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart);
    const heading = forward
      ? headings.find((one) => topOf(one) > line + 4)
      : headings.findLast((one) => topOf(one) < line - 4);
    if (!heading) return;
    heading.scrollIntoView();
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  #focusContents() {
    const contents = document.querySelector('page-contents');
    const details = contents?.querySelector('details');
    if (details?.querySelector('summary')?.checkVisibility()) details.open = true;
    const current = contents?.querySelector<HTMLElement>('a[aria-current]') ?? contents?.querySelector('a');
    current?.focus({ preventScroll: true });
  }
}

customElements.define('page-keys', PageKeys);
