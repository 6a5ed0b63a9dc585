import type { SearchSession } from '../search/browser/search-session.ts';
import { isInTextField } from './is-in-text-field.ts';

/** Milliseconds after which loading the search script counts as failed. */
const loadTimeout = 12_000;

/**
 * `<site-search>`: the search, in a dialog or, if the element has no dialog, in the page. Links with `data-search`,
 * the key `/` and Ctrl or ⌘ K open it. In the page it answers the query `?q=` of the address; on every other page
 * that query marks its words in the text. The search script is loaded when the reader is about to use it. Without
 * script the links lead to the index of terms.
 */
class SiteSearch extends HTMLElement {
  #abort: AbortController | undefined;
  #session: Promise<SearchSession> | undefined;
  #dialog = this.querySelector('dialog');
  #input = this.querySelector('input');
  /** Whether the search script handles keys, and whether Enter was pressed before it did. */
  #isReady = false;
  #isEnterPending = false;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    for (const link of document.querySelectorAll<HTMLElement>('a[data-search]')) {
      link.addEventListener(
        'click',
        (event) => event.ctrlKey || event.metaKey || event.shiftKey || this.#open(event),
        { signal },
      );
      for (const intent of ['pointerenter', 'focus'])
        link.addEventListener(intent, () => this.#load().catch(() => {}), { signal });
    }
    document.addEventListener(
      'keydown',
      (event) => {
        const hasModifier = event.ctrlKey || event.metaKey;
        const isSlash =
          event.key === '/' && document.documentElement.dataset['keys'] !== 'off' && !isInTextField(event);
        if (!event.altKey && (hasModifier ? event.key.toLowerCase() === 'k' : isSlash)) this.#open(event);
      },
      { signal },
    );
    // a search field clears its text on the first Esc; in the dialog Esc always closes
    this.#dialog?.addEventListener(
      'keydown',
      (event) => {
        if (event.isComposing || event.keyCode === 229) return; // Safari's key of an input method
        if (event.key === 'Enter' && event.target === this.#input && !this.#isReady) {
          event.preventDefault(); // the form would close the dialog; Enter is repeated when the script is ready
          this.#isEnterPending = true;
        }
        if (event.key !== 'Escape') return;
        event.preventDefault();
        this.#dialog?.close();
        this.#input?.blur(); // it would receive the next key until the page is redrawn
      },
      { signal },
    );
    if (!this.#dialog) this.#input?.addEventListener('focus', () => this.#open(), { signal, once: true });
    addEventListener('popstate', () => this.#restore(false), { signal });
    addEventListener('pageshow', (event) => event.persisted && this.#restore(false), { signal });
    const [navigation] = performance.getEntriesByType('navigation');
    this.#restore(!(navigation instanceof PerformanceNavigationTiming) || navigation.type === 'navigate');
  }

  disconnectedCallback() {
    this.#abort?.abort();
  }

  /**
   * Applies the query of the history state or the address: shows the results, or marks the words in the text.
   * @param isNewVisit false after a reload or a step in the history
   */
  #restore(isNewVisit: boolean) {
    const query = new URLSearchParams(location.search).get('q');
    if (history.state?.search || (query && !this.#dialog)) this.#open();
    else this.#dialog?.close('followed');
    if (query && !history.state?.search && this.#dialog)
      import('./mark-passages.ts').then(
        ({ markPassages }) => markPassages(query.split(' '), isNewVisit),
        console.warn,
      );
  }

  /** @param event the key or click that asked for the search; the input then receives the focus */
  #open(event?: Event) {
    if (!this.#dialog?.open) this.#dialog?.showModal();
    if (event) {
      event.preventDefault();
      this.#input?.focus();
    }
    this.#load().then(
      (session) => {
        session.open();
        this.#isReady = true;
        if (this.#isEnterPending && this.#dialog?.open)
          this.#input?.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
          );
        this.#isEnterPending = false;
      },
      () => this.#showLoadError(),
    );
  }

  #showLoadError() {
    this.querySelector('[role=status]')?.replaceChildren(this.dataset['unloaded'] ?? '');
  }

  #load(): Promise<SearchSession> {
    if (!this.#session) {
      // the files that every query needs are requested together with the script
      const root = document.querySelector<HTMLAnchorElement>('a[rel=home]')?.href;
      const files = this.dataset['early']?.split(' ') ?? [];
      const requests = new Map(files.map((file) => [file, fetch(`${root}pagefind/${file}`)]));
      for (const request of requests.values()) request.catch(() => {});
      const timeout = new Promise<never>((_, reject) => setTimeout(reject, loadTimeout));
      this.#session = Promise.race([importSession(), timeout]).then(({ startSearch }) =>
        startSearch(this, requests),
      );
    }
    this.#session.catch(() => (this.#session = undefined)); // the next opening tries again
    return this.#session;
  }
}

/** A browser remembers a failed import, so a second attempt uses another address. */
function importSession(): Promise<typeof import('../search/browser/search-session.ts')> {
  const failed = performance
    .getEntriesByType('resource')
    .findLast(({ name }) => /search-session[^/]*$/.test(name));
  return failed
    ? import(/* @vite-ignore */ `${failed.name}?again`)
    : import('../search/browser/search-session.ts');
}

customElements.define('site-search', SiteSearch);
