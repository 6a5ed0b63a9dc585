import { addressed } from './addressed.ts';

/** A heading that begins a stretch of the text, with its entry in the list where it has one. */
interface Stretch {
  heading: HTMLElement;
  link: HTMLAnchorElement | undefined;
  /** Distance from the top of the page, in CSS pixels. */
  top: number;
}

/**
 * `<page-contents>`: marks in the list of sections the one that owns the reading line, and how much of each
 * has been read; where the list is not beside the text, a bar names the section and opens the list.
 */
class PageContents extends HTMLElement {
  #listening: AbortController | undefined;
  #sizes: ResizeObserver | undefined;
  #bar: HTMLButtonElement | undefined;
  #stretches: Stretch[] = [];
  #end = 0;
  /** The heading that the reader asked for, and the offset where it was shown. */
  #asked: { heading: HTMLElement; at: number } | undefined;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const bar = document.createElement('button');
    bar.className = 'bar';
    bar.type = 'button';
    bar.ariaExpanded = 'false';
    bar.addEventListener('click', () => this.#open(!this.hasAttribute('data-open')), { signal });
    this.prepend(bar);
    this.#bar = bar;
    this.#sizes = new ResizeObserver(() => this.#measure());
    this.#sizes.observe(document.body);
    addEventListener('scroll', () => this.#mark(), { signal, passive: true });
    addEventListener('resize', () => this.#measure(), { signal });
    addEventListener('hashchange', () => this.#ask(), { signal });
    this.addEventListener('click', (event) => this.#chosen(event.target), { signal });
    this.addEventListener('focusout', (event) => this.#left(event.relatedTarget), { signal });
    document.addEventListener(
      'click',
      ({ target }) => !this.contains(target as Node | null) && this.#open(false),
      { signal },
    );
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#open(false, true), {
      signal,
    });
    this.#measure();
    this.#ask();
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#sizes?.disconnect();
    this.#bar?.remove();
    this.removeAttribute('data-past');
    this.#open(false);
  }

  /** Finds the stretches again: after the page, its fonts or the window changed in size. */
  #measure() {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    const ends = document.querySelectorAll<HTMLElement>(
      '.prose [role=doc-endnotes], .prose [role=doc-bibliography], .colophon',
    );
    const found = links.map((link) => ({
      heading: document.getElementById(decodeURIComponent(link.hash.slice(1))),
      link,
    }));
    const all: { heading: HTMLElement | null; link?: HTMLAnchorElement }[] = [
      ...found,
      ...[...ends].map((heading) => ({ heading })),
    ];
    this.#stretches = all.flatMap(({ heading, link }) =>
      heading?.getClientRects().length
        ? [{ heading, link, top: heading.getBoundingClientRect().top + scrollY }]
        : [],
    );
    this.#stretches.sort((a, b) => a.top - b.top);
    this.#end = document.documentElement.scrollHeight;
    this.#mark();
  }

  /** Where the reader reads, from the top of the page: near the top of the window, and at the end of the page, where it can go no higher, ever nearer to the bottom. */
  get #line(): number {
    const height = innerHeight;
    const lead = Math.min(
      height,
      Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) + 8,
    );
    const last = this.#end - height;
    const near = last > 0 ? Math.max(0, (scrollY - Math.max(0, last - height)) / Math.min(height, last)) : 0;
    return scrollY + lead + (height - lead) * Math.min(1, near);
  }

  #mark() {
    const line = this.#line;
    if (this.#asked && Math.abs(this.#asked.at - scrollY) > 2) this.#asked = undefined;
    const asked = this.#asked?.heading;
    const owner = this.#stretches.findLast(({ heading, top }) => (asked ? heading === asked : top <= line));
    this.#stretches.forEach(({ link, top }, index) => {
      if (!link) return;
      if (link === owner?.link) link.ariaCurrent = 'true';
      else link.removeAttribute('aria-current');
      const next = this.#stretches[index + 1]?.top ?? this.#end;
      link.style.setProperty('--read', String(Math.min(1, Math.max(0, (line - top) / (next - top)))));
    });
    const list = this.querySelector('nav');
    const past =
      list && !this.hasAttribute('data-open')
        ? this.getBoundingClientRect().bottom < 0
        : this.hasAttribute('data-past');
    this.toggleAttribute('data-past', past);
    if (this.#bar)
      this.#bar.textContent = owner?.link?.textContent ?? this.querySelector('h2')?.textContent ?? '';
  }

  #ask() {
    const heading = addressed();
    if (!heading || !this.#stretches.some((one) => one.heading === heading)) return;
    requestAnimationFrame(() => {
      this.#asked = { heading, at: scrollY };
      this.#mark();
    });
  }

  #chosen(target: EventTarget | null) {
    if (!(target instanceof HTMLAnchorElement)) return;
    this.#open(false);
    if (target.hash === location.hash) this.#ask();
  }

  #left(to: EventTarget | null) {
    if (to instanceof Node && !this.contains(to)) this.#open(false);
  }

  #open(open: boolean, giveFocus = false) {
    if (open === this.hasAttribute('data-open')) return;
    this.style.minBlockSize = open ? `${this.getBoundingClientRect().height}px` : ''; // the text stays where it is
    this.toggleAttribute('data-open', open);
    if (this.#bar) this.#bar.ariaExpanded = String(open);
    if (giveFocus) this.#bar?.focus();
    if (open) this.querySelector<HTMLElement>('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }
}

customElements.define('page-contents', PageContents);
