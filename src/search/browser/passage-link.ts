import type { Result } from './answer.ts';

/**
 * The address of what was found: its page, the words to mark there, and the paragraph they stand in or, where
 * that has no id, its section.
 * @param root address of the site's home page
 */
export function passageLink({ page, section, passage, words }: Result, root: string): string {
  const address = new URL(page, root);
  if (words.length > 0) address.searchParams.set('q', words.join(' '));
  address.hash = passage ?? section;
  return address.href;
}

/** A passage on the page that is open is gone to without loading the page again. */
export function followInPage(event: Event, link: HTMLAnchorElement): void {
  if (link.origin !== location.origin || link.pathname !== location.pathname) return;
  event.preventDefault();
  const fragment = new URL(link.href).hash;
  if (fragment === '') scrollTo(0, 0);
  if (fragment === location.hash || fragment === '') history.pushState(null, '', link.href);
  else location.hash = fragment; // as a reader's own click would: history, `:target`, focus
  history.replaceState(null, '', link.href);
  const words = new URL(link.href).searchParams.get('q')?.split(' ') ?? [];
  import('../../elements/passage-marks.ts').then(({ markPassages }) => markPassages(words), console.warn);
}
