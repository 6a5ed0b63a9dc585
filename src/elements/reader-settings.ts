/**
 * `<reader-settings>`: the button “Aa”, which opens the sheet of the reader's own settings. The sheet is loaded when it is
 * first opened. A script in the head applies what was set before the first paint. Without script there is no button.
 */
class ReaderSettings extends HTMLElement {
  #abort: AbortController | undefined;

  connectedCallback() {
    this.#abort = new AbortController();
    const open = () =>
      import('./settings-sheet.ts').then(({ openSettings }) => openSettings(this), console.warn);
    this.querySelector('button')?.addEventListener('click', open, { signal: this.#abort.signal });
    this.hidden = false;
  }

  disconnectedCallback() {
    this.#abort?.abort();
    this.hidden = true;
  }
}

customElements.define('reader-settings', ReaderSettings);
