import type { NoteBoxes } from './note-boxes.ts';

/** The window width from which notes are set beside the text. The style sheet has the same number. */
const wideWindow = '(min-width: 68.75em)';

/**
 * `<side-notes>`: sets each note in the margin beside its reference, without overlaps. In narrow windows a note opens
 * below the paragraph that has the reference. Each note is in the document once.
 */
class SideNotes extends HTMLElement {
  #abort: AbortController | undefined;
  #resizes: ResizeObserver | undefined;
  /** What opens notes in the text of a narrow window; loaded when the first is opened. */
  #boxes: NoteBoxes | undefined;

  connectedCallback() {
    const text = this.parentElement;
    if (!text) return;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const wide = matchMedia(wideWindow);
    wide.addEventListener('change', () => this.#arrange(wide.matches), { signal });
    addEventListener('beforeprint', () => this.#boxes?.closeAll(), { signal });
    text.addEventListener('click', (event) => this.#onClick(event, wide.matches), { signal });
    text.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#boxes?.closeAll(), { signal });
    this.#resizes = new ResizeObserver(() => this.#arrange(wide.matches));
    this.#resizes.observe(text);
    this.#arrange(wide.matches);
  }

  disconnectedCallback() {
    this.#abort?.abort();
    this.#resizes?.disconnect();
    this.#boxes?.closeAll();
    this.#arrange(false);
  }

  #arrange(inMargin: boolean) {
    if (inMargin) this.#boxes?.closeAll();
    if (inMargin !== this.hasAttribute('data-margin')) {
      this.hidden = true; // hidden while it moves: browsers count visible moves as layout shifts
      void this.offsetHeight;
      this.toggleAttribute('data-margin', inMargin);
      this.hidden = false;
    }
    const text = this.closest<HTMLElement>('.prose') ?? this;
    const textTop = text.getBoundingClientRect().top;
    let nextTop = 0;
    for (const note of this.querySelectorAll<HTMLElement>('[data-footnotes] > ol > li')) {
      if (!inMargin) {
        note.style.insetBlockStart = '';
        continue;
      }
      const reference = document.querySelector(
        `a[data-footnote-ref][href="#${CSS.escape(note.id)}"], a[data-footnote-ref][href="#${encodeURIComponent(note.id)}"]`,
      );
      const top = Math.max(nextTop, reference ? reference.getBoundingClientRect().top - textTop : 0);
      note.style.insetBlockStart = `${top}px`;
      nextTop = top + note.offsetHeight + 16;
    }
    const height = inMargin ? `${nextTop}px` : '';
    if (text.style.minBlockSize !== height) text.style.minBlockSize = height;
  }

  #onClick(event: MouseEvent, inMargin: boolean) {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isReference = link?.matches('[data-footnote-ref]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!isReference && !link.matches('[data-footnote-backref]')) return;
    if (inMargin) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      const { top = -1, bottom = 0 } = target?.getBoundingClientRect() ?? {};
      if (!target || top < 0 || bottom > innerHeight) return;
      event.preventDefault(); // it is in view: nothing has to move
      if (isReference) target.tabIndex = -1;
      target.focus({ preventScroll: true });
    } else if (!isReference) {
      if (this.#boxes?.closeAround(link)) event.preventDefault();
    } else {
      event.preventDefault();
      if (this.#boxes) this.#boxes.toggle(link);
      else
        import('./note-boxes.ts').then(
          ({ NoteBoxes }) => {
            this.#boxes ??= new NoteBoxes();
            this.#boxes.toggle(link);
          },
          () => location.assign(link.hash), // offline: the note is at the end of the text
        );
    }
  }
}

customElements.define('side-notes', SideNotes);
