import { keep, kept } from './stored-setting.ts';

/**
 * `<reading-place>`: remembers, in this browser only, the paragraph that was being read, and offers to go on
 * there when the reader comes back. It never moves the page by itself.
 */
class ReadingPlace extends HTMLElement {
  #listening: AbortController | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const name = `place:${location.pathname}`;
    const place = document.getElementById(kept(name) ?? '');
    if (place && !location.hash && scrollY < 50) this.#offer(place, signal);
    addEventListener(
      'scroll',
      () => {
        clearTimeout(this.#rest);
        this.#rest = setTimeout(() => this.#remember(name), 400);
      },
      { signal, passive: true },
    );
  }

  disconnectedCallback() {
    this.#listening?.abort();
    clearTimeout(this.#rest);
    this.hidden = true;
  }

  /** Nothing is kept of someone who has hardly begun or has reached the end. */
  #remember(name: string) {
    const blocks = [...document.querySelectorAll<HTMLElement>('.prose > [id]')];
    const index = blocks.findIndex((block) => block.getBoundingClientRect().bottom > innerHeight / 4);
    keep(name, index > 1 ? (blocks[index]?.id ?? null) : null);
  }

  #offer(place: HTMLElement, signal: AbortSignal) {
    const link = this.querySelector('a');
    if (!link) return;
    const headings = [...document.querySelectorAll('.prose .heading > :first-child')];
    const section = headings.findLast(
      (heading) => heading.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    link.href = `#${encodeURIComponent(place.id)}`;
    link.textContent = section?.textContent ?? document.querySelector('h1')?.textContent ?? '';
    this.hidden = false;
    this.addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof Element && target.closest('a, button')) this.hidden = true;
      },
      { signal },
    );
    const goneOn = () => {
      if (scrollY > innerHeight) this.hidden = true;
    };
    addEventListener('scroll', goneOn, { signal, passive: true });
  }
}

customElements.define('reading-place', ReadingPlace);
