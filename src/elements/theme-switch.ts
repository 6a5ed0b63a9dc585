import { keep } from './stored-setting.ts';

/**
 * `<theme-switch>`: automatic, light or dark. The choice was already applied in the head, before the first
 * paint; this shows and changes it. Without script the system decides and the switch stays hidden.
 */
class ThemeSwitch extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback() {
    this.#listening = new AbortController();
    const { dataset } = document.documentElement;
    for (const choice of this.querySelectorAll('input')) {
      choice.checked = choice.value === (dataset['theme'] ?? '');
    }
    this.addEventListener(
      'change',
      ({ target }) => {
        if (!(target instanceof HTMLInputElement)) return;
        dataset['theme'] = target.value;
        keep('theme', target.value || null);
      },
      { signal: this.#listening.signal },
    );
    this.hidden = false;
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }
}

customElements.define('theme-switch', ThemeSwitch);
