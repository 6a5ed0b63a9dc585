/**
 * Handles the keys of the search. Enter in the field follows the first result. ↓, ↑, Ctrl-n and Ctrl-p move through
 * the field and the results. Home and End move to the first and last result while a result has the focus; a letter
 * then continues the typed text. Keys are ignored while an input method composes text.
 * @param follow follows the first result
 */
export function moveByKey(
  event: KeyboardEvent,
  input: HTMLInputElement,
  list: HTMLElement,
  follow: () => void,
): void {
  if (isComposing(event)) return;
  const links = [...list.querySelectorAll('a')];
  const { activeElement } = document;
  const current = activeElement instanceof HTMLAnchorElement ? links.indexOf(activeElement) : -1;
  const focus = (index: number) => {
    event.preventDefault();
    const target = index < 0 ? input : (links[Math.min(index, links.length - 1)] ?? input);
    target.focus();
  };
  const isControl = event.ctrlKey && !event.altKey && !event.metaKey;
  if (event.key === 'Enter' && event.target === input) {
    event.preventDefault();
    follow();
  } else if (event.key === 'ArrowDown' || (isControl && event.key === 'n')) focus(current + 1);
  else if (event.key === 'ArrowUp' || (isControl && event.key === 'p')) focus(current - 1);
  else if (current >= 0 && event.key === 'Home') focus(0);
  else if (current >= 0 && event.key === 'End') focus(links.length - 1);
  else if (current >= 0 && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
    event.stopPropagation(); // the page has shortcuts of one key
    input.focus();
  }
}

/** Safari ends the composition before it sends the key that ended it, which then has the code 229 of an input method. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
