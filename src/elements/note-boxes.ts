/** A note that is open in the text. */
interface OpenNote {
  reference: HTMLAnchorElement;
  note: HTMLElement;
  box: HTMLElement;
  /** What the box follows, or is the last child of. */
  block: Element;
}

const blocks = 'p, h2, h3, h4, h5, h6, li, td, th, figcaption, blockquote';

/** Notes in the text of a narrow window, each in a box below the block that refers to it. A note is on the page once. */
export class NoteBoxes {
  /** In the order of their references. */
  #open: OpenNote[] = [];

  /** Opens the note of a reference, or closes it. */
  toggle(reference: HTMLAnchorElement): void {
    if (reference.ariaExpanded === 'true') {
      this.#close(reference);
      return;
    }
    const note = document.getElementById(decodeURIComponent(reference.hash.slice(1)));
    if (!note) return;
    for (const one of this.#open.filter((other) => other.note === note)) this.#close(one.reference);
    const box = document.createElement('div');
    box.className = 'note';
    box.role = 'note';
    box.append(...note.childNodes);
    const block = reference.closest(blocks) ?? reference;
    const here = this.#open.filter((one) => one.block === block);
    const next = here.find((one) => isAfter(one.reference, reference));
    if (next) next.box.before(box);
    else if (here.length > 0) here.at(-1)?.box.after(box);
    else if (/^(?:LI|TD|TH|FIGCAPTION|BLOCKQUOTE)$/.test(block.tagName)) block.append(box);
    else block.after(box);
    reference.ariaExpanded = 'true';
    this.#open.push({ reference, note, box, block });
    this.#open.sort((a, b) => (isAfter(a.reference, b.reference) ? 1 : -1));
  }

  /** Closes the note that an element is in, and gives the focus back to its reference. @returns whether there is one */
  closeAround(element: Element): boolean {
    const found = this.#open.find(({ box }) => box.contains(element));
    if (!found) return false;
    this.#close(found.reference);
    found.reference.focus({ preventScroll: true });
    return true;
  }

  /** Closes all of them, and gives a focus that was in one to its reference. */
  closeAll(): void {
    this.closeAround(document.activeElement ?? document.body);
    for (const { reference } of this.#open.slice()) this.#close(reference);
  }

  #close(reference: HTMLAnchorElement) {
    const index = this.#open.findIndex((one) => one.reference === reference);
    const [found] = this.#open.splice(index, 1);
    found?.note.append(...found.box.childNodes);
    found?.box.remove();
    reference.removeAttribute('aria-expanded');
  }
}

function isAfter(one: Node, other: Node): boolean {
  return (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
