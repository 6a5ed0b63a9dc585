/** The window width from which notes are set beside the text. The style sheet has the same number. */
const wideWindow = '(min-width: 68.75em)';

/**
 * `<side-notes>`: sets each note in the margin beside its reference, without overlaps. In narrow windows a note opens
 * below the paragraph that has the reference. Each note is in the document once.
 */
class SideNotes extends HTMLElement {
  #abort: AbortController | undefined;
  #resizes: ResizeObserver | undefined;
  /** The notes that are expanded in the text, by the reference that expanded them. */
  #expanded = new Map<HTMLAnchorElement, { box: HTMLElement; note: HTMLElement }>();

  connectedCallback() {
    const text = this.parentElement;
    if (!text) return;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const wide = matchMedia(wideWindow);
    wide.addEventListener('change', () => this.#arrange(wide.matches), { signal });
    addEventListener('beforeprint', () => this.#collapseAll(), { signal });
    text.addEventListener('click', (event) => !wide.matches && this.#toggle(event), { signal });
    text.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#collapseAll(), { signal });
    this.#resizes = new ResizeObserver(() => this.#arrange(wide.matches));
    this.#resizes.observe(text);
    this.#arrange(wide.matches);
  }

  disconnectedCallback() {
    this.#abort?.abort();
    this.#resizes?.disconnect();
    this.#collapseAll();
    this.#arrange(false);
  }

  #arrange(inMargin: boolean) {
    if (inMargin) this.#collapseAll();
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

  #toggle(event: MouseEvent) {
    const reference =
      event.target instanceof Element
        ? event.target.closest<HTMLAnchorElement>('a[data-footnote-ref]')
        : null;
    if (!reference || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const note = document.getElementById(decodeURIComponent(reference.hash.slice(1)));
    if (!note) return;
    event.preventDefault();
    if (this.#expanded.has(reference)) return this.#collapse(reference);
    for (const [other, expanded] of this.#expanded) if (expanded.note === note) this.#collapse(other);
    const box = document.createElement('div');
    box.className = 'note';
    box.role = 'note';
    box.append(...note.childNodes);
    const block = reference.closest('p, h2, h3, h4, h5, h6, li, td, th, figcaption, blockquote') ?? reference;
    if (/^(?:LI|TD|TH|FIGCAPTION|BLOCKQUOTE)$/.test(block.tagName)) block.append(box);
    else block.after(box);
    reference.ariaExpanded = 'true';
    this.#expanded.set(reference, { box, note });
  }

  #collapse(reference: HTMLAnchorElement) {
    const expanded = this.#expanded.get(reference);
    expanded?.note.append(...expanded.box.childNodes);
    expanded?.box.remove();
    reference.removeAttribute('aria-expanded');
    this.#expanded.delete(reference);
  }

  #collapseAll() {
    for (const reference of [...this.#expanded.keys()]) this.#collapse(reference);
  }
}

customElements.define('side-notes', SideNotes);
