/**
 * `<language-switch>`: its links to the same essay in other languages lead to the paragraph that is being read. A
 * paragraph has the same id in each. At the beginning of the text they lead to the top, as they do without this.
 */
class LanguageSwitch extends HTMLElement {
  #abort: AbortController | undefined;

  connectedCallback() {
    this.#abort = new AbortController();
    // before a link is followed, copied or opened elsewhere; the reader may come by a pointer or by keys
    for (const event of ['pointerdown', 'focusin', 'click'])
      this.addEventListener(event, () => this.#lead(), { signal: this.#abort.signal, capture: true });
    addEventListener('scroll', () => this.#lead(), { signal: this.#abort.signal, passive: true });
    this.#lead();
  }

  disconnectedCallback() {
    this.#abort?.abort();
  }

  #lead() {
    const blocks = [...document.querySelectorAll<HTMLElement>('.prose > [id], .prose .heading > [id]')];
    const first = blocks.findIndex((block) => block.getBoundingClientRect().bottom > innerHeight / 4);
    const target = scrollY > 0 && first > 0 ? blocks[first] : undefined;
    for (const link of this.querySelectorAll('a')) link.hash = target ? encodeURIComponent(target.id) : '';
  }
}

customElements.define('language-switch', LanguageSwitch);
