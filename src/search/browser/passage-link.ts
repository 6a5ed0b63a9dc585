import type { Result } from './full-text-search.ts';

/**
 * Returns the address of a result: its page, the words to mark in the query, and the paragraph as the fragment, or
 * the section if the paragraph has no id.
 * @param root address of the site's home page
 */
export function passageLink({ page, section, passage, foundWords }: Result, root: string): string {
  const address = new URL(page, root);
  if (foundWords.length > 0) address.searchParams.set('q', foundWords.join(' '));
  address.hash = passage ?? section;
  return address.href;
}

/** Follows a link to the current page without loading the page again. */
export function followInPage(event: Event, link: HTMLAnchorElement): void {
  if (link.origin !== location.origin || link.pathname !== location.pathname) return;
  event.preventDefault();
  const fragment = new URL(link.href).hash;
  if (fragment === '') scrollTo(0, 0);
  if (fragment === location.hash || fragment === '') history.pushState(null, '', link.href);
  else location.hash = fragment; // sets history, `:target` and focus as a click on a link does
  history.replaceState(null, '', link.href);
  const words = new URL(link.href).searchParams.get('q')?.split(' ') ?? [];
  import('../../elements/mark-passages.ts').then(({ markPassages }) => markPassages(words), console.warn);
}
