import { storedSetting, storeSetting } from './stored-setting.ts';

/** The same as `Node.DOCUMENT_POSITION_FOLLOWING`, in fewer bytes. */
const isFollowing = 4;

/**
 * `<reading-position>`: stores in this browser which paragraph the reader has reached, and offers a link to it when
 * the reader comes back. It never scrolls the page by itself, nor moves it: the room for the offer was made before the
 * first paint, by the script in the head. For a reader who scrolls it loads what knows which version was read.
 */
class ReadingPosition extends HTMLElement {
  #abort: AbortController | undefined;
  #scrollEnd: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const name = `place:${location.pathname}`; // the name that readers' browsers already have
    const paragraph = document.getElementById(storedSetting(name) ?? '');
    if (paragraph && 'resume' in document.documentElement.dataset) this.#offer(paragraph, signal);
    addEventListener(
      'scroll',
      () => {
        clearTimeout(this.#scrollEnd);
        this.#scrollEnd = setTimeout(() => this.#store(name), 400);
      },
      { signal, passive: true },
    );
  }

  disconnectedCallback() {
    this.#abort?.abort();
    clearTimeout(this.#scrollEnd);
    this.removeAttribute('data-offered');
  }

  /** Stores nothing at the first two paragraphs and after the last. */
  #store(name: string) {
    const blocks = [...document.querySelectorAll<HTMLElement>('.prose > [id]')];
    const index = blocks.findIndex((block) => block.getBoundingClientRect().bottom > innerHeight / 4);
    storeSetting(name, index > 1 ? (blocks[index]?.id ?? null) : null);
    import('./changed-sections.ts').catch(console.warn); // runs once
  }

  #offer(paragraph: HTMLElement, signal: AbortSignal) {
    const link = this.querySelector('a');
    if (!link) return;
    const sections = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')]; // without numbers of notes
    const section = sections.findLast(({ hash }) => {
      const heading = document.getElementById(decodeURIComponent(hash.slice(1)));
      return heading && heading.compareDocumentPosition(paragraph) & isFollowing;
    });
    link.href = `#${encodeURIComponent(paragraph.id)}`;
    link.textContent = (section ?? document.querySelector('h1'))?.textContent ?? '';
    this.toggleAttribute('data-offered');
    this.addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof Element && target.closest('a, button'))
          delete document.documentElement.dataset['resume'];
      },
      { signal },
    );
  }
}

customElements.define('reading-position', ReadingPosition);
