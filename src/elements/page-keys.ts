import { isInTextField } from './is-in-text-field.ts';
import { storeSetting } from './stored-setting.ts';

/**
 * `<page-keys>`: keyboard shortcuts of one key (`n`, `p`, `t`, `c`), and `?` for the dialog that lists them and
 * turns them off (WCAG 2.1.4). Keys typed in a text field are ignored.
 */
class PageKeys extends HTMLElement {
  #abort: AbortController | undefined;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const { dataset } = document.documentElement;
    const dialog = this.querySelector('dialog');
    const enabled = this.querySelector('input');
    document.addEventListener('keydown', (event) => this.#onKey(event, dialog), { signal });
    for (const button of document.querySelectorAll('[data-keys-sheet]')) {
      button.addEventListener('click', () => dialog?.showModal(), { signal });
      button.toggleAttribute('hidden', false);
    }
    if (!enabled) return;
    enabled.checked = dataset['keys'] !== 'off';
    enabled.addEventListener(
      'change',
      () => {
        dataset['keys'] = enabled.checked ? '' : 'off';
        storeSetting('keys', enabled.checked ? null : 'off');
      },
      { signal },
    );
  }

  disconnectedCallback() {
    this.#abort?.abort();
  }

  #onKey(event: KeyboardEvent, dialog: HTMLDialogElement | null) {
    const { key } = event;
    if (document.documentElement.dataset['keys'] === 'off' || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (document.querySelector('dialog[open]')) return;
    if (isInTextField(event)) return;
    if (key === '?') dialog?.showModal();
    else if (key === 'n' || key === 'p') this.#moveToHeading(key === 'n');
    else if (key === 't') this.#focusContents();
    else if (key === 'c')
      document.body.dispatchEvent(new Event('stet-copy-paragraph-link', { bubbles: true }));
    else return;
    event.preventDefault();
  }

  /** Moves to the next or the previous heading. Before the first heading comes the title. */
  #moveToHeading(forward: boolean) {
    const headings = [
      ...document.querySelectorAll<HTMLElement>(`${forward ? '' : 'h1, '}.heading > :first-child`),
    ];
    const tops = headings.map((heading) => heading.getBoundingClientRect().top);
    const line = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart);
    const index = forward
      ? tops.findIndex((top) => top > line + 4)
      : tops.findLastIndex((top) => top < line - 4);
    const heading = headings[index];
    if (!heading) return;
    heading.scrollIntoView();
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  #focusContents() {
    const contents = document.querySelector('page-contents');
    const bar = contents?.querySelector<HTMLElement>('.bar');
    if (bar?.checkVisibility()) bar.click();
    contents?.querySelector<HTMLElement>('a[aria-current], a')?.focus();
  }
}

customElements.define('page-keys', PageKeys);
