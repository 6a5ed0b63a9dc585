import type { SearchSession } from './search/session.ts';

/**
 * `<site-search>`: opens the search dialog by the links marked `data-search`, by `/` and by Ctrl or ⌘ K, and
 * has the words of `?q=` marked in the text. Nothing of the search is loaded before somebody is about to use
 * it. Without this script the link leads to the index of terms.
 */
class SiteSearch extends HTMLElement {
  #listening: AbortController | undefined;
  #session: Promise<SearchSession> | undefined;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const link of document.querySelectorAll<HTMLElement>('a[data-search]')) {
      link.addEventListener(
        'click',
        (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          this.#open();
        },
        { signal },
      );
      for (const intent of ['pointerenter', 'focus'])
        link.addEventListener(intent, () => this.#load().catch(() => {}), { signal });
    }
    document.addEventListener(
      'keydown',
      (event) => {
        const command = event.ctrlKey || event.metaKey;
        const isSingle =
          event.key === '/' && document.documentElement.dataset['keys'] !== 'off' && !isField(event);
        if (event.altKey || (command ? event.key.toLowerCase() !== 'k' : !isSingle)) return;
        event.preventDefault();
        this.#open();
      },
      { signal },
    );
    // a search field would take the first Esc for itself, to empty it; here Esc always closes
    this.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        this.querySelector('dialog')?.close();
      },
      { signal },
    );
    addEventListener('popstate', () => this.#arrive(), { signal });
    addEventListener('pageshow', (event) => event.persisted && this.#arrive(), { signal });
    this.#arrive();
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /** Opens the results that the reader comes back to or was sent, or has the words marked that led here. */
  #arrive() {
    const asked = new URLSearchParams(location.search).get('q');
    if (history.state?.search || (asked && document.querySelector('[data-search][aria-current]')))
      this.#open();
    else if (asked)
      import('./passage-marks.ts').then(({ markPassages }) => markPassages(asked.split(' ')), console.warn);
  }

  #open() {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    const late = setTimeout(() => this.#tell(), 8000);
    this.#load()
      .then(
        (session) => session.open(),
        () => this.#tell(),
      )
      .finally(() => clearTimeout(late));
  }

  #tell() {
    this.querySelector('[role=status]')?.replaceChildren(this.dataset['unloaded'] ?? '');
  }

  #load(): Promise<SearchSession> {
    if (!this.#session) {
      // what every search needs is asked for together with the script that will use it
      const root = document.querySelector<HTMLAnchorElement>('a[rel=home]')?.href;
      const files = this.dataset['early']?.split(' ') ?? [];
      const early = new Map(files.map((file) => [file, fetch(`${root}pagefind/${file}`)]));
      for (const request of early.values()) request.catch(() => {});
      this.#session = import('./search/session.ts').then(({ startSearch }) => startSearch(this, early));
    }
    this.#session.catch(() => (this.#session = undefined)); // the next opening tries again
    return this.#session;
  }
}

/** Keys pressed while writing belong to the field. */
function isField({ target }: Event): boolean {
  return target instanceof Element && target.closest('input,textarea,select') !== null;
}

customElements.define('site-search', SiteSearch);
