import { float } from './float.ts';

/** Before a reference under a resting pointer is shown, and before it goes when the pointer has left, in milliseconds. */
const delay = 300;

/**
 * `<reference-preview>`: shows the full reference of a citation: at once when it has the focus or is tapped,
 * after a moment when the pointer rests on it. It stays while the pointer is on it; Esc or a tap elsewhere
 * closes it. The citation itself remains a link to the list.
 */
class ReferencePreview extends HTMLElement {
  #listening: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: Element | undefined;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const on = (
      name: 'pointerover' | 'pointerout' | 'focusin' | 'focusout' | 'click' | 'keydown',
      act: (event: Event, cite: Element | null) => void,
    ) =>
      document.addEventListener(
        name,
        (event) => act(event, event.target instanceof Element ? event.target.closest('a.cite') : null),
        { signal },
      );
    on('pointerover', (event, cite) => {
      const mouse = event instanceof PointerEvent && event.pointerType === 'mouse';
      if (cite && mouse) this.#later(() => this.#show(cite));
      else if (event.target instanceof Node && this.contains(event.target)) clearTimeout(this.#timer);
    });
    on('pointerout', (event, cite) => {
      const left = cite || (event.target instanceof Node && this.contains(event.target));
      if (left && event instanceof PointerEvent && event.pointerType === 'mouse')
        this.#later(() => this.#hide());
    });
    on('focusin', (_, cite) => cite && this.#show(cite));
    on('focusout', (_, cite) => cite && this.#hide()); // at once: it must not lie over what has the focus next
    on('keydown', (event) => event instanceof KeyboardEvent && event.key === 'Escape' && this.#hide());
    on('click', (event, cite) => {
      if (!cite) {
        if (event.target instanceof Node && !this.contains(event.target)) this.#hide();
      } else if (event instanceof PointerEvent && event.pointerType === 'touch') {
        event.preventDefault();
        this.#show(cite);
      }
    });
    const waiting = document.querySelector('a.cite:is(:hover, :focus)');
    if (waiting) this.#show(waiting);
  }

  disconnectedCallback() {
    this.#listening?.abort();
    clearTimeout(this.#timer);
    this.#hide();
  }

  #later(act: () => void) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, delay);
  }

  #show(cite: Element) {
    clearTimeout(this.#timer);
    if (this.#shown === cite) return;
    const id = decodeURIComponent(cite.getAttribute('href')?.slice(1) ?? '');
    const reference = document.getElementById(id)?.cloneNode(true);
    if (!(reference instanceof Element)) return;
    for (const back of reference.querySelectorAll('.back')) back.remove();
    this.replaceChildren(...reference.childNodes);
    this.hidden = false;
    this.#shown = cite;
    const line = cite.getBoundingClientRect();
    const below = line.bottom + this.offsetHeight + 8 < innerHeight;
    float(this, line.left, below ? line.bottom + 4 : line.top - this.offsetHeight - 4);
  }

  #hide() {
    clearTimeout(this.#timer);
    this.hidden = true;
    this.#shown = undefined;
  }
}

customElements.define('reference-preview', ReferencePreview);

export type { ReferencePreview };
