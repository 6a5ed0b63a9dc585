import { storeSetting } from './stored-setting.ts';

/**
 * `<theme-switch>`: automatic, light or dark. A script in the head applies the stored theme before the first paint;
 * this element shows and changes it. Without script the system theme applies and the switch is hidden.
 */
class ThemeSwitch extends HTMLElement {
  #abort: AbortController | undefined;

  connectedCallback() {
    this.#abort = new AbortController();
    const { dataset } = document.documentElement;
    for (const input of this.querySelectorAll('input')) {
      input.checked = input.value === (dataset['theme'] ?? '');
    }
    this.addEventListener(
      'change',
      ({ target }) => {
        if (!(target instanceof HTMLInputElement)) return;
        dataset['theme'] = target.value;
        storeSetting('theme', target.value || null);
      },
      { signal: this.#abort.signal },
    );
    this.hidden = false;
  }

  disconnectedCallback() {
    this.#abort?.abort();
  }
}

customElements.define('theme-switch', ThemeSwitch);
