import { isInField } from './field.ts';
import { keep } from './stored-setting.ts';

/**
 * `<page-keys>`: single keys for moving about (`n`, `p`, `t`, `c`), and `?` for the sheet that lists them and
 * switches them off (WCAG 2.1.4). A key pressed in a field belongs to the field.
 */
class PageKeys extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const { dataset } = document.documentElement;
    const sheet = this.querySelector('dialog');
    const choice = this.querySelector('input');
    document.addEventListener('keydown', (event) => this.#pressed(event, sheet), { signal });
    for (const link of document.querySelectorAll('[data-keys-sheet]')) {
      link.addEventListener('click', () => sheet?.showModal(), { signal });
      link.toggleAttribute('hidden', false);
    }
    if (!choice) return;
    choice.checked = dataset['keys'] !== 'off';
    choice.addEventListener(
      'change',
      () => {
        dataset['keys'] = choice.checked ? '' : 'off';
        keep('keys', choice.checked ? null : 'off');
      },
      { signal },
    );
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  #pressed(event: KeyboardEvent, sheet: HTMLDialogElement | null) {
    const { key } = event;
    if (document.documentElement.dataset['keys'] === 'off' || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (document.querySelector('dialog[open]')) return;
    if (isInField(event)) return;
    if (key === '?') sheet?.showModal();
    else if (key === 'n' || key === 'p') this.#move(key === 'n');
    else if (key === 't') this.#toContents();
    else if (key === 'c') document.body.dispatchEvent(new Event('stet-copy-place', { bubbles: true }));
    else return;
    event.preventDefault();
  }

  /** To the next heading, or back to the one before; from the first back to the title. */
  #move(forward: boolean) {
    const places = [
      ...document.querySelectorAll<HTMLElement>(`${forward ? '' : 'h1, '}.heading > :first-child`),
    ];
    const tops = places.map((place) => place.getBoundingClientRect().top);
    const line = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart);
    const index = forward
      ? tops.findIndex((top) => top > line + 4)
      : tops.findLastIndex((top) => top < line - 4);
    const place = places[index];
    if (!place) return;
    place.scrollIntoView();
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }

  #toContents() {
    const contents = document.querySelector('page-contents');
    const bar = contents?.querySelector<HTMLElement>('.bar');
    if (bar?.checkVisibility()) bar.click();
    contents?.querySelector<HTMLElement>('a[aria-current], a')?.focus();
  }
}

customElements.define('page-keys', PageKeys);
