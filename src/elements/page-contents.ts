import { fragmentTarget } from './fragment-target.ts';

/** A heading of the page, with its link in the list of sections if it has one. */
interface Section {
  heading: HTMLElement;
  link: HTMLAnchorElement | undefined;
  /** Distance from the top of the page, in CSS pixels. */
  top: number;
}

/**
 * `<page-contents>`: marks the current section in the list of sections and shows how much of each section has been
 * read. In narrow windows, where the list is not beside the text, it is folded into a bar, which names the current
 * section and closes the list again when the reader is done with it.
 */
class PageContents extends HTMLElement {
  #abort: AbortController | undefined;
  #resizes: ResizeObserver | undefined;
  #current: HTMLAnchorElement | undefined;
  #sections: Section[] = [];
  #pageHeight = 0;
  /** The heading that the address names, and the scroll position at which it is shown. */
  #target: { heading: HTMLElement; scrollY: number } | undefined;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#resizes = new ResizeObserver(() => this.#measure());
    this.#resizes.observe(document.body);
    addEventListener('scroll', () => this.#update(), { signal, passive: true });
    addEventListener('resize', () => this.#measure(), { signal });
    addEventListener('hashchange', () => this.#setTarget(), { signal });
    this.addEventListener('click', (event) => this.#onLinkClick(event.target), { signal });
    this.addEventListener('focusout', (event) => this.#closeFor(event.relatedTarget), { signal });
    this.addEventListener('toggle', () => this.#showCurrent(), { signal, capture: true });
    document.addEventListener('click', ({ target }) => this.#closeFor(target), { signal });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#close(true), { signal });
    this.#measure();
    this.#setTarget();
  }

  disconnectedCallback() {
    this.#abort?.abort();
    this.#resizes?.disconnect();
    this.#close();
  }

  /** Measures the sections: at the start, and whenever the page, its fonts or the window change in size. */
  #measure() {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    const endSections = document.querySelectorAll<HTMLElement>(
      '.prose [role=doc-endnotes], .prose [role=doc-bibliography], .prose ~ *',
    );
    const linked = links.map((link) => ({
      heading: document.getElementById(decodeURIComponent(link.hash.slice(1))),
      link,
    }));
    const all: { heading: HTMLElement | null; link?: HTMLAnchorElement }[] = [
      ...linked,
      ...[...endSections].map((heading) => ({ heading })),
    ];
    this.#sections = all.flatMap(({ heading, link }) =>
      heading?.getClientRects().length
        ? [{ heading, link, top: heading.getBoundingClientRect().top + scrollY }]
        : [],
    );
    this.#sections.sort((a, b) => a.top - b.top);
    this.#pageHeight = document.documentElement.scrollHeight;
    this.#update();
  }

  /**
   * The line at which the reader is assumed to read, in CSS pixels from the top of the page. It is near the top of
   * the window, and moves to its bottom over the last screen of the page, which cannot scroll any further.
   */
  get #readingLine(): number {
    const height = innerHeight;
    const offset = Math.min(
      height,
      Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) + 8,
    );
    const maxScroll = this.#pageHeight - height;
    const progress =
      maxScroll > 0
        ? Math.max(0, (scrollY - Math.max(0, maxScroll - height)) / Math.min(height, maxScroll))
        : 0;
    return scrollY + offset + (height - offset) * Math.min(1, progress);
  }

  #update() {
    const line = this.#readingLine;
    if (this.#target && Math.abs(this.#target.scrollY - scrollY) > 2) this.#target = undefined;
    const target = this.#target?.heading;
    const current = this.#sections.findLast(({ heading, top }) =>
      target ? heading === target : top <= line,
    );
    this.#sections.forEach(({ link, top }, index) => {
      if (!link) return;
      if (link === current?.link) link.ariaCurrent = 'true';
      else link.removeAttribute('aria-current');
      const bottom = this.#sections[index + 1]?.top ?? this.#pageHeight;
      link.style.setProperty('--read', String(Math.min(1, Math.max(0, (line - top) / (bottom - top)))));
    });
    if (this.#current === current?.link) return;
    this.#current = current?.link;
    const bar = this.querySelector('summary');
    if (bar) bar.textContent = (this.#current ?? this.querySelector('h2'))?.textContent ?? '';
    this.#showCurrent();
  }

  /** Scrolls the list to the current section, where the list is longer than its box; never the page. */
  #showCurrent() {
    for (const box of [this, this.querySelector('ol')]) {
      const link = this.#current?.getBoundingClientRect();
      if (!box || !link || box.scrollHeight <= box.clientHeight) continue;
      const { top, bottom } = box.getBoundingClientRect();
      if (link.top < top) box.scrollTop -= top - link.top + link.height;
      else if (link.bottom > bottom) box.scrollTop += link.bottom - bottom + link.height;
    }
  }

  /** Makes the heading that the address names the current one until the reader scrolls. */
  #setTarget() {
    const heading = fragmentTarget();
    if (!heading || !this.#sections.some((section) => section.heading === heading)) return;
    requestAnimationFrame(() => {
      this.#target = { heading, scrollY };
      this.#update();
    });
  }

  #onLinkClick(target: EventTarget | null) {
    if (!(target instanceof HTMLAnchorElement)) return;
    this.#close();
    if (target.hash === location.hash) this.#setTarget();
  }

  /** Closes the list when the reader turns to something else on the page. */
  #closeFor(target: EventTarget | null) {
    if (target instanceof Node && !this.contains(target)) this.#close();
  }

  #close(focusBar = false) {
    const details = this.querySelector('details');
    if (!details?.open) return;
    details.open = false;
    if (focusBar) details.querySelector('summary')?.focus();
  }
}

customElements.define('page-contents', PageContents);
