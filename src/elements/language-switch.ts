/** Milliseconds without scrolling after which a reader reads. */
const rest = 600;

/**
 * `<language-switch>`: its links to the same essay in other languages lead to the paragraph that was read last, which has
 * the same id in each. To reach them the reader goes back to the title, so the place is only taken while they are out of
 * sight. Before that they lead to the top, as they do without this.
 */
class LanguageSwitch extends HTMLElement {
  #abort: AbortController | undefined;
  #scrollEnd: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    this.#abort = new AbortController();
    const follow = () => {
      clearTimeout(this.#scrollEnd);
      this.#scrollEnd = setTimeout(() => this.#lead(), rest);
    };
    addEventListener('scroll', follow, { signal: this.#abort.signal, passive: true });
    follow();
  }

  disconnectedCallback() {
    this.#abort?.abort();
    clearTimeout(this.#scrollEnd);
  }

  #lead() {
    if (this.getBoundingClientRect().bottom > 0) return;
    const blocks = [...document.querySelectorAll<HTMLElement>('.prose > [id], .prose > .heading > [id]')];
    const block = blocks.find((one) => one.getBoundingClientRect().bottom > innerHeight / 4);
    if (block) for (const link of this.querySelectorAll('a')) link.hash = encodeURIComponent(block.id);
  }
}

customElements.define('language-switch', LanguageSwitch);
