import type { SearchSession } from './search-session.ts';

/**
 * `<site-search>`: opens the search dialog by its link, by `/` and by Ctrl or ⌘ K. Nothing of the search is
 * loaded before it is first opened. Without this script the link leads to the page that lists all sections.
 */
class SiteSearch extends HTMLElement {
  #listening: AbortController | undefined;
  #session: Promise<SearchSession> | undefined;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const link of document.querySelectorAll('a[data-search]')) {
      link.addEventListener('click', (event) => this.#open(event), { signal });
    }
    document.addEventListener(
      'keydown',
      (event) => {
        const combined = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
        const single =
          event.key === '/' &&
          document.documentElement.dataset['keys'] !== 'off' &&
          !event.ctrlKey &&
          !event.metaKey &&
          !event.altKey &&
          !isField(event.target);
        if (combined || single) this.#open(event);
      },
      { signal },
    );
    // A search field would take the first Esc for itself, to empty it; here Esc always closes.
    this.addEventListener(
      'keydown',
      (event) => event.key === 'Escape' && this.querySelector('dialog')?.close(),
      {
        signal,
      },
    );
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  #open(event: Event) {
    const dialog = this.querySelector('dialog');
    if (!dialog || (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)))
      return;
    event.preventDefault();
    if (!dialog.open) dialog.showModal();
    this.#session ??= import('./search-session.ts').then(({ startSearch }) => startSearch(this));
    this.#session.catch(() => {
      this.#session = undefined; // the next opening tries again
      const status = this.querySelector('[role=status]');
      if (status) status.textContent = this.dataset['failed'] ?? '';
    });
  }
}

/** Keys pressed while writing belong to the field. */
function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName))
  );
}

customElements.define('site-search', SiteSearch);
