import { positionOverlay } from './position-overlay.ts';
import { type Preview, previewOf } from './preview-of.ts';
import { previewedLinks } from './previewed-links.ts';

/** Milliseconds before a preview opens beside a link that has the pointer or the focus, and before it closes after the pointer has left. */
const delay = 300;

/**
 * `<link-preview>`: shows what a link in the site leads to: an essay, a section, a note, a reference. It opens when the
 * pointer rests on the link, when the keyboard moves to it, and by a long press; a tap opens that of a citation. It
 * stays open while the pointer is over it, takes no focus, and closes by Esc, by leaving and by a tap outside.
 */
class LinkPreview extends HTMLElement {
  #abort: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The link whose preview is shown or being fetched. */
  #link: HTMLAnchorElement | undefined;
  /** The citation that a touch has shown: a second touch follows its link. */
  #touched: Element | undefined;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const on = (
      name: 'pointerover' | 'pointerout' | 'focusin' | 'focusout' | 'click' | 'contextmenu' | 'keydown',
      handle: (event: Event, link: HTMLAnchorElement | null, isInside: boolean) => void,
    ) =>
      document.addEventListener(
        name,
        (event) => {
          if (isOff() || !(event.target instanceof Element)) return;
          const link = event.target.closest<HTMLAnchorElement>(previewedLinks);
          handle(event, link, this.contains(event.target));
        },
        { signal },
      );
    on('pointerover', (event, link, isInside) => {
      if (!isBy('mouse', event)) return;
      if (link) this.#schedule(() => this.#show(link));
      else if (isInside) clearTimeout(this.#timer);
    });
    on('pointerout', (event, link, isInside) => {
      if ((link || isInside) && isBy('mouse', event)) this.#schedule(() => this.#hide());
    });
    on('focusin', (_, link) => link?.matches(':focus-visible') && this.#schedule(() => this.#show(link)));
    // without a delay: it must not cover the next element that has the focus
    on('focusout', (event) => {
      const next = event instanceof FocusEvent ? event.relatedTarget : null;
      if (!(next instanceof Node && this.contains(next))) this.#hide();
    });
    on('keydown', (event) => event instanceof KeyboardEvent && event.key === 'Escape' && this.#hide());
    on('contextmenu', (event, link) => {
      if (!link || !isBy('touch', event)) return;
      event.preventDefault(); // the title in the preview is a link too, and has the menu
      this.#show(link);
    });
    on('click', (event, link, isInside) => {
      if (!link?.matches('.cite')) {
        if (!isInside) this.#hide();
      } else if (isBy('touch', event) && link !== this.#touched) {
        event.preventDefault();
        this.#show(link);
        this.#touched = link;
      }
    });
    const active = [...document.querySelectorAll<HTMLAnchorElement>(previewedLinks)].find((link) =>
      link.matches(':hover, :focus'),
    );
    if (active && !isOff()) this.#show(active);
    this.#touched = active; // if it was touched, the first touch has loaded this
  }

  disconnectedCallback() {
    this.#abort?.abort();
    this.#hide();
  }

  #schedule(act: () => void) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, delay);
  }

  async #show(link: HTMLAnchorElement) {
    clearTimeout(this.#timer);
    if (this.#link === link) return;
    this.#hide();
    this.#link = link;
    const preview = await previewOf(link);
    if (this.#link !== link) return; // the reader has left it
    if (preview) this.#open(preview, link);
    else this.#link = undefined;
  }

  #open({ content, language, direction }: Preview, link: HTMLAnchorElement) {
    this.lang = language;
    this.dir = direction;
    this.replaceChildren(...content);
    this.hidden = false;
    // a window that is too small for it scrolls it, by the keyboard too
    if (this.scrollHeight > this.clientHeight) this.tabIndex = 0;
    else this.removeAttribute('tabindex');
    const box = link.getBoundingClientRect();
    const isRightToLeft = getComputedStyle(link).direction === 'rtl';
    const fitsBelow = box.bottom + this.offsetHeight + 8 < innerHeight;
    // whole in any window, also where it has to cover the line
    positionOverlay(
      this,
      isRightToLeft ? box.right - this.offsetWidth : box.left,
      Math.max(8, fitsBelow ? box.bottom + 4 : box.top - this.offsetHeight - 4),
    );
  }

  #hide() {
    clearTimeout(this.#timer);
    this.hidden = true;
    this.#link = undefined;
    this.#touched = undefined;
  }
}

/** Whether the reader wants none, which the reader may say at any time. */
function isOff(): boolean {
  return document.documentElement.dataset['previews'] === 'off';
}

function isBy(pointer: 'mouse' | 'touch', event: Event): boolean {
  return event instanceof PointerEvent && event.pointerType === pointer;
}

customElements.define('link-preview', LinkPreview);
document.querySelector('main')?.append(document.createElement('link-preview'));
