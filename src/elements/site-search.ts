import type { SearchSession } from '../search/browser/session.ts';
import { isInField } from './field.ts';

/** Milliseconds after which a script that has not arrived is asked for anew at the next opening. */
const patience = 12_000;

/**
 * `<site-search>`: a search in a dialog or, where it has none, in the page itself. The links marked
 * `data-search`, `/` and Ctrl or ⌘ K lead to it; the words of `?q=` it answers in the page, and elsewhere has
 * them marked in the text. Nothing of the search is loaded before somebody is about to use it. Without this
 * script the link leads to the index of terms.
 */
class SiteSearch extends HTMLElement {
  #listening: AbortController | undefined;
  #session: Promise<SearchSession> | undefined;
  #dialog = this.querySelector('dialog');
  #field = this.querySelector('input');
  /** Whether the search's own script answers keys, and whether Enter was pressed before. */
  #isReady = false;
  #isEntered = false;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
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
        const command = event.ctrlKey || event.metaKey;
        const isSingle =
          event.key === '/' && document.documentElement.dataset['keys'] !== 'off' && !isInField(event);
        if (!event.altKey && (command ? event.key.toLowerCase() === 'k' : isSingle)) this.#open(event);
      },
      { signal },
    );
    // a search field would take the first Esc for itself, to empty it; in a dialog Esc always closes
    this.#dialog?.addEventListener(
      'keydown',
      (event) => {
        if (event.isComposing) return;
        if (event.key === 'Enter' && event.target === this.#field && !this.#isReady) {
          event.preventDefault(); // or the form would close; done when there is a script that can
          this.#isEntered = true;
        }
        if (event.key !== 'Escape') return;
        event.preventDefault();
        this.#dialog?.close();
        this.#field?.blur(); // or it would have the next key, until the page is drawn again
      },
      { signal },
    );
    if (!this.#dialog) this.#field?.addEventListener('focus', () => this.#open(), { signal, once: true });
    addEventListener('popstate', () => this.#arrive(false), { signal });
    addEventListener('pageshow', (event) => event.persisted && this.#arrive(false), { signal });
    const [came] = performance.getEntriesByType('navigation');
    this.#arrive(!(came instanceof PerformanceNavigationTiming) || came.type === 'navigate');
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /**
   * Opens the results that the reader comes back to or was sent, or has the words marked that led here.
   * @param anew false where the reader comes back, reloads or goes on in the page
   */
  #arrive(anew: boolean) {
    const asked = new URLSearchParams(location.search).get('q');
    if (history.state?.search || (asked && !this.#dialog)) this.#open();
    else this.#dialog?.close('followed');
    if (asked && !history.state?.search && this.#dialog)
      import('./passage-marks.ts').then(
        ({ markPassages }) => markPassages(asked.split(' '), anew),
        console.warn,
      );
  }

  /** @param event by which the reader has asked to write, if that is why */
  #open(event?: Event) {
    if (!this.#dialog?.open) this.#dialog?.showModal();
    if (event) {
      event.preventDefault();
      this.#field?.focus();
    }
    this.#load().then(
      (session) => {
        session.open();
        this.#isReady = true;
        if (this.#isEntered && this.#dialog?.open)
          this.#field?.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
          );
        this.#isEntered = false;
      },
      () => this.#tell(),
    );
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
      const late = new Promise<never>((_, fail) => setTimeout(fail, patience));
      this.#session = Promise.race([sessionScript(), late]).then(({ startSearch }) =>
        startSearch(this, early),
      );
    }
    this.#session.catch(() => (this.#session = undefined)); // the next opening tries again
    return this.#session;
  }
}

/** A browser remembers that a script did not arrive, and asks for it again only under another address. */
function sessionScript(): Promise<typeof import('../search/browser/session.ts')> {
  const asked = performance.getEntriesByType('resource').findLast(({ name }) => /session[^/]*$/.test(name));
  return asked ? import(/* @vite-ignore */ `${asked.name}?again`) : import('../search/browser/session.ts');
}

customElements.define('site-search', SiteSearch);
