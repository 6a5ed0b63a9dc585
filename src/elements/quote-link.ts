import { commentAddress, newCommentLink } from './comment-link.ts';
import { copyAddress } from './copy-address.ts';
import { positionOverlay } from './position-overlay.ts';
import { textFragment } from './text-fragment.ts';

/**
 * `<quote-link>`: offers a link to the text that is selected, and a comment on it where the page has a form. The address has the id of the paragraph before the
 * text directive, so the link still leads to the paragraph if its text changes.
 */
class QuoteLink extends HTMLElement {
  #abort: AbortController | undefined;
  #comment: HTMLAnchorElement | null = null;
  #selectionEnd: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    this.#abort = new AbortController();
    this.#comment ??= newCommentLink();
    if (this.#comment) this.append(this.#comment);
    const { signal } = this.#abort;
    document.addEventListener(
      'selectionchange',
      () => {
        clearTimeout(this.#selectionEnd);
        this.#selectionEnd = setTimeout(() => this.#offer(), 200);
      },
      { signal },
    );
    const button = this.querySelector('button');
    button?.addEventListener('pointerdown', (event) => event.preventDefault(), { signal }); // keeps the selection
    button?.addEventListener('click', () => this.#copy(), { signal });
    this.#offer();
  }

  disconnectedCallback() {
    this.#abort?.abort();
    clearTimeout(this.#selectionEnd);
    this.hidden = true;
  }

  get #range(): Range | undefined {
    const selection = getSelection();
    if (!selection || selection.toString().trim().length < 2) return undefined;
    const range = selection.getRangeAt(0);
    return around(range.startContainer, '.prose') && around(range.endContainer, '.prose') ? range : undefined;
  }

  #offer() {
    const range = this.#range;
    this.hidden = !range;
    const last = range && [...range.getClientRects()].at(-1);
    if (!range || !last) return;
    if (this.#comment) this.#comment.href = commentAddress(blockOf(range), range.toString());
    positionOverlay(this, last.right - this.offsetWidth / 2, last.bottom + 6);
  }

  #copy() {
    const range = this.#range;
    if (!range) return;
    const address = `${location.href.split('#')[0]}#${encodeURIComponent(blockOf(range))}:~:${textFragment(range)}`;
    copyAddress(address, this);
    this.hidden = true;
  }
}

/** The id of the block in which a range begins. */
function blockOf({ startContainer }: Range): string {
  return around(startContainer, '[id]')?.id ?? '';
}

/** The innermost element around a node, or the node itself, that a selector matches. */
function around(node: Node, selector: string): Element | null | undefined {
  return (node instanceof Element ? node : node.parentElement)?.closest(selector);
}

customElements.define('quote-link', QuoteLink);
