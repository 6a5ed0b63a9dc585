/**
 * The keys of the search dialog: Enter in the field follows the first result, ↓ ↑, Ctrl-n and Ctrl-p walk through the results and back to the field, Home
 * and End go to the ends of the list while it has the focus, a letter goes on typing. While a word
 * is being composed every key belongs to the composing.
 * @param follow follows the first result
 */
export function moveByKey(
  event: KeyboardEvent,
  field: HTMLInputElement,
  list: HTMLElement,
  follow: () => void,
): void {
  if (event.isComposing) return;
  const links = [...list.querySelectorAll('a')];
  const { activeElement } = document;
  const at = activeElement instanceof HTMLAnchorElement ? links.indexOf(activeElement) : -1;
  const go = (place: number) => {
    event.preventDefault();
    const target = place < 0 ? field : (links[Math.min(place, links.length - 1)] ?? field);
    target.focus();
  };
  const control = event.ctrlKey && !event.altKey && !event.metaKey;
  if (event.key === 'Enter' && event.target === field) {
    event.preventDefault();
    follow();
  } else if (event.key === 'ArrowDown' || (control && event.key === 'n')) go(at + 1);
  else if (event.key === 'ArrowUp' || (control && event.key === 'p')) go(at - 1);
  else if (at >= 0 && event.key === 'Home') go(0);
  else if (at >= 0 && event.key === 'End') go(links.length - 1);
  else if (at >= 0 && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
    event.stopPropagation(); // the page has single keys of its own
    field.focus();
  }
}
