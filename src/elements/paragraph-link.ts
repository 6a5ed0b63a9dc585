import { commentAddress, newCommentLink } from './comment-link.ts';
import { copyAddress } from './copy-address.ts';

/**
 * `<paragraph-link>`: a button beside the paragraph that has the pointer or the focus. It copies the address of the
 * paragraph, and where the page has a form a link beside it leads to a comment on the paragraph or the section. The key `c` copies the address of the paragraph at the top of the window, and the sign beside a heading
 * copies the address of the heading. One button serves the whole text, so it adds one tab stop.
 */
class ParagraphLink extends HTMLElement {
  #abort: AbortController | undefined;
  #block: HTMLElement | undefined;
  #comment: HTMLAnchorElement | null = null;

  connectedCallback() {
    const text = this.parentElement?.querySelector<HTMLElement>('.prose');
    const button = this.querySelector('button');
    if (!text || !button) return;
    this.#abort = new AbortController();
    this.#comment ??= newCommentLink();
    if (this.#comment) this.append(this.#comment);
    const { signal } = this.#abort;
    const show = ({ target }: Event) => this.#show(target instanceof Element ? target : null, text);
    text.addEventListener('pointerover', show, { signal });
    text.addEventListener('focusin', show, { signal });
    button.addEventListener('click', () => this.#block && this.#copy(this.#block.id), { signal });
    text.addEventListener(
      'click',
      ({ target }) => {
        const headingLink = target instanceof Element && target.closest<HTMLAnchorElement>('a.heading-link');
        if (headingLink) this.#copy(decodeURIComponent(headingLink.hash.slice(1)));
      },
      { signal },
    );
    this.#show(text.querySelector(':scope > :is(:hover, :focus-within)'), text);
    document.addEventListener(
      'stet-copy-paragraph-link',
      () => this.#copy(this.#topmostBlock(text)?.id ?? ''),
      { signal },
    );
  }

  disconnectedCallback() {
    this.#abort?.abort();
    this.hidden = true;
  }

  #show(target: Element | null, text: HTMLElement) {
    const comment = this.#comment;
    const block = target?.closest<HTMLElement>(
      comment ? '.prose > [id], .prose > .heading' : '.prose > [id]',
    );
    if (!block || block === this.#block) return;
    this.#block = block;
    this.hidden = false;
    this.toggleAttribute('data-heading', block.id === ''); // it has a link of its own, but no other to a comment
    if (comment) comment.href = commentAddress(block.id || (block.querySelector('[id]')?.id ?? ''));
    const outer = this.parentElement?.getBoundingClientRect();
    const inner = block.getBoundingClientRect();
    if (!outer) return;
    this.style.insetBlockStart = `${inner.top - outer.top}px`;
    this.style.insetInlineStart = `${Math.abs(text.getBoundingClientRect().left - outer.left)}px`;
  }

  #topmostBlock(text: HTMLElement) {
    return [...text.querySelectorAll<HTMLElement>(':scope > [id]')].find(
      (block) => block.getBoundingClientRect().bottom > 48,
    );
  }

  #copy(id: string) {
    if (!id) return;
    const address = new URL(`#${encodeURIComponent(id)}`, location.href.split('#')[0]).href;
    copyAddress(address, this);
  }
}

customElements.define('paragraph-link', ParagraphLink);
