/** Where there is room for notes beside the text; the style sheet has the same number. */
const wide = '(min-width: 68.75em)';

/**
 * `<side-notes>`: sets each note of the list beside the words it belongs to, where there is a margin for it,
 * none over another; elsewhere a note opens under the paragraph that calls it. Each note exists once.
 */
class SideNotes extends HTMLElement {
  #listening: AbortController | undefined;
  #sizes: ResizeObserver | undefined;
  /** Notes that are open in the text, by the reference that opened them. */
  #open = new Map<HTMLAnchorElement, { box: HTMLElement; home: HTMLElement }>();

  connectedCallback() {
    const text = this.parentElement;
    if (!text) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const room = matchMedia(wide);
    room.addEventListener('change', () => this.#arrange(room.matches), { signal });
    addEventListener('beforeprint', () => this.#closeAll(), { signal });
    text.addEventListener('click', (event) => !room.matches && this.#toggle(event), { signal });
    text.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#closeAll(), { signal });
    this.#sizes = new ResizeObserver(() => this.#arrange(room.matches));
    this.#sizes.observe(text);
    this.#arrange(room.matches);
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#sizes?.disconnect();
    this.#closeAll();
    this.#arrange(false);
  }

  #arrange(inMargin: boolean) {
    if (inMargin) this.#closeAll();
    if (inMargin !== this.hasAttribute('data-margin')) {
      this.hidden = true; // they are set anew rather than moved: browsers count what moves as a jump
      void this.offsetHeight;
      this.toggleAttribute('data-margin', inMargin);
      this.hidden = false;
    }
    const text = this.closest<HTMLElement>('.prose') ?? this;
    const top = text.getBoundingClientRect().top;
    let free = 0;
    for (const note of this.querySelectorAll<HTMLElement>('[data-footnotes] > ol > li')) {
      if (!inMargin) {
        note.style.insetBlockStart = '';
        continue;
      }
      const reference = document.querySelector(
        `a[data-footnote-ref][href="#${CSS.escape(note.id)}"], a[data-footnote-ref][href="#${encodeURIComponent(note.id)}"]`,
      );
      const place = Math.max(free, reference ? reference.getBoundingClientRect().top - top : 0);
      note.style.insetBlockStart = `${place}px`;
      free = place + note.offsetHeight + 16;
    }
    const height = inMargin ? `${free}px` : '';
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
    if (this.#open.has(reference)) return this.#close(reference);
    for (const [other, { home }] of this.#open) if (home === note) this.#close(other);
    const box = document.createElement('div');
    box.className = 'note';
    box.role = 'note';
    box.append(...note.childNodes);
    const block = reference.closest('p, h2, h3, h4, h5, h6, li, td, th, figcaption, blockquote') ?? reference;
    if (/^(?:LI|TD|TH|FIGCAPTION|BLOCKQUOTE)$/.test(block.tagName)) block.append(box);
    else block.after(box);
    reference.ariaExpanded = 'true';
    this.#open.set(reference, { box, home: note });
  }

  #close(reference: HTMLAnchorElement) {
    const open = this.#open.get(reference);
    open?.home.append(...open.box.childNodes);
    open?.box.remove();
    reference.removeAttribute('aria-expanded');
    this.#open.delete(reference);
  }

  #closeAll() {
    for (const reference of [...this.#open.keys()]) this.#close(reference);
  }
}

customElements.define('side-notes', SideNotes);
