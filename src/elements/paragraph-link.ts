import { copyAddress } from './say.ts';

/**
 * `<place-link>`: a handle beside the paragraph under the pointer, or with the focus in it, that copies the
 * paragraph's address; the key `c` does the same for the paragraph at the top of the window. The signs beside
 * headings copy theirs as well. One handle serves the whole text, so that it adds one stop for the keyboard.
 */
class PlaceLink extends HTMLElement {
  #listening: AbortController | undefined;
  #block: HTMLElement | undefined;

  connectedCallback() {
    const text = this.parentElement?.querySelector<HTMLElement>('.prose');
    const handle = this.querySelector('button');
    if (!text || !handle) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const show = ({ target }: Event) => this.#show(target instanceof Element ? target : null, text);
    text.addEventListener('pointerover', show, { signal });
    text.addEventListener('focusin', show, { signal });
    handle.addEventListener('click', () => this.#block && this.#copy(this.#block.id), { signal });
    text.addEventListener(
      'click',
      ({ target }) => {
        const sign = target instanceof Element && target.closest<HTMLAnchorElement>('a.place');
        if (sign) this.#copy(decodeURIComponent(sign.hash.slice(1)));
      },
      { signal },
    );
    this.#show(text.querySelector(':scope > [id]:is(:hover, :focus-within)'), text);
    document.addEventListener('stet-copy-place', () => this.#copy(this.#atTop(text)?.id ?? ''), { signal });
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.hidden = true;
  }

  #show(target: Element | null, text: HTMLElement) {
    const block = target?.closest<HTMLElement>('.prose > [id]');
    if (!block || block === this.#block) return;
    this.#block = block;
    this.hidden = false;
    const outer = this.parentElement?.getBoundingClientRect();
    const inner = block.getBoundingClientRect();
    if (!outer) return;
    this.style.insetBlockStart = `${inner.top - outer.top}px`;
    this.style.insetInlineStart = `${Math.abs(text.getBoundingClientRect().left - outer.left)}px`;
  }

  #atTop(text: HTMLElement) {
    return [...text.querySelectorAll<HTMLElement>(':scope > [id]')].find(
      (block) => block.getBoundingClientRect().bottom > 48,
    );
  }

  #copy(id: string) {
    if (!id) return;
    const address = new URL(`#${encodeURIComponent(id)}`, location.href.split('#')[0]).href;
    copyAddress(address, { copied: this.dataset['copied'] ?? '', shown: this.dataset['shown'] ?? '' });
  }
}

customElements.define('place-link', PlaceLink);
