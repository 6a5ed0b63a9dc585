import { float } from './float.ts';
import { copyAddress } from './say.ts';
import { quotation } from './text-fragment.ts';

/**
 * `<quote-link>`: offers a link to exactly the words that are selected in the text. The link has the
 * paragraph's id before the words, so that it leads to the right place even where the words have changed.
 */
class QuoteLink extends HTMLElement {
  #listening: AbortController | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener(
      'selectionchange',
      () => {
        clearTimeout(this.#rest);
        this.#rest = setTimeout(() => this.#offer(), 200);
      },
      { signal },
    );
    const button = this.querySelector('button');
    button?.addEventListener('pointerdown', (event) => event.preventDefault(), { signal }); // the selection stays
    button?.addEventListener('click', () => this.#copy(), { signal });
    this.#offer();
  }

  disconnectedCallback() {
    this.#listening?.abort();
    clearTimeout(this.#rest);
    this.hidden = true;
  }

  get #range(): Range | undefined {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.toString().trim().length < 2) return undefined;
    const range = selection.getRangeAt(0);
    const inText = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest('.prose');
    return inText(range.startContainer) && inText(range.endContainer) ? range : undefined;
  }

  #offer() {
    const range = this.#range;
    this.hidden = !range;
    const last = range && [...range.getClientRects()].at(-1);
    if (!last) return;
    float(this, last.right - this.offsetWidth / 2, last.bottom + 6);
  }

  #copy() {
    const range = this.#range;
    if (!range) return;
    const start = range.startContainer;
    const block = (start instanceof Element ? start : start.parentElement)?.closest('[id]');
    const address = `${location.href.split('#')[0]}#${encodeURIComponent(block?.id ?? '')}:~:${quotation(range)}`;
    copyAddress(address, { copied: this.dataset['copied'] ?? '', shown: this.dataset['shown'] ?? '' });
    this.hidden = true;
  }
}

customElements.define('quote-link', QuoteLink);
