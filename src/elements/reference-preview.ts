import { positionOverlay } from './position-overlay.ts';

/** Milliseconds before the preview opens under a resting pointer, and before it closes after the pointer has left. */
const hoverDelay = 300;

/**
 * `<reference-preview>`: shows the full reference of a citation, at once on focus or tap, and after a delay on hover.
 * It stays open while the pointer is over it. Esc and a tap outside close it. The citation is still a link to the list
 * of references.
 */
class ReferencePreview extends HTMLElement {
  #abort: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #citation: Element | undefined;
  /** The citation that a touch has shown: a second touch follows its link. */
  #touched: Element | undefined;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const on = (
      name: 'pointerover' | 'pointerout' | 'focusin' | 'focusout' | 'click' | 'keydown',
      handle: (event: Event, cite: Element | null) => void,
    ) =>
      document.addEventListener(
        name,
        (event) => handle(event, event.target instanceof Element ? event.target.closest('a.cite') : null),
        { signal },
      );
    on('pointerover', (event, cite) => {
      const isMouse = event instanceof PointerEvent && event.pointerType === 'mouse';
      if (cite && isMouse) this.#schedule(() => this.#show(cite));
      else if (event.target instanceof Node && this.contains(event.target)) clearTimeout(this.#timer);
    });
    on('pointerout', (event, cite) => {
      const leaves = cite || (event.target instanceof Node && this.contains(event.target));
      if (leaves && event instanceof PointerEvent && event.pointerType === 'mouse')
        this.#schedule(() => this.#hide());
    });
    on('focusin', (_, cite) => cite && this.#show(cite));
    on('focusout', (_, cite) => cite && this.#hide()); // without a delay: it must not cover the next focused element
    on('keydown', (event) => event instanceof KeyboardEvent && event.key === 'Escape' && this.#hide());
    on('click', (event, cite) => {
      if (!cite) {
        if (event.target instanceof Node && !this.contains(event.target)) this.#hide();
      } else if (event instanceof PointerEvent && event.pointerType === 'touch' && cite !== this.#touched) {
        event.preventDefault();
        this.#show(cite);
        this.#touched = cite;
      }
    });
    const active = document.querySelector('a.cite:is(:hover, :focus)');
    if (active) this.#show(active);
    this.#touched = active ?? undefined; // if it was touched, the first touch has loaded this
  }

  disconnectedCallback() {
    this.#abort?.abort();
    clearTimeout(this.#timer);
    this.#hide();
  }

  #schedule(act: () => void) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, hoverDelay);
  }

  #show(cite: Element) {
    clearTimeout(this.#timer);
    if (this.#citation === cite) return;
    const id = decodeURIComponent(cite.getAttribute('href')?.slice(1) ?? '');
    const reference = document.getElementById(id)?.cloneNode(true);
    if (!(reference instanceof Element)) return;
    for (const backLink of reference.querySelectorAll('.back')) backLink.remove();
    this.replaceChildren(...reference.childNodes);
    this.hidden = false;
    this.#citation = cite;
    const box = cite.getBoundingClientRect();
    const fitsBelow = box.bottom + this.offsetHeight + 8 < innerHeight;
    // whole in any window, also where it has to cover the line
    positionOverlay(
      this,
      box.left,
      Math.max(8, fitsBelow ? box.bottom + 4 : box.top - this.offsetHeight - 4),
    );
  }

  #hide() {
    clearTimeout(this.#timer);
    this.hidden = true;
    this.#citation = undefined;
    this.#touched = undefined;
  }
}

customElements.define('reference-preview', ReferencePreview);
