import { words } from 'virtual:comment-words';
import { limits } from '../document/comment-limits.ts';
import { newButton, newElement } from './new-element.ts';

/** What of the essay a comment is on: a block, words of it, or another comment. Empty fields for the whole essay. */
export interface Passage {
  block: string;
  quote: string;
  parent: string;
}

/** The passage that the page's address names; of what is not on the page, nothing. */
export function passageInAddress(): Passage {
  const query = new URLSearchParams(location.search);
  return knownPassage({
    block: query.get('passage') ?? '',
    quote: query.get('quote') ?? '',
    parent: query.get('answer') ?? '',
  });
}

/** The passage without what is not on the page. */
export function knownPassage({
  block = '',
  quote = '',
  parent = '',
}: Partial<Record<string, string>>): Passage {
  const isHere = block !== '' && document.getElementById(block)?.closest('.prose') != null;
  const isComment = /^comment-[a-z0-9-]{1,60}$/.test(parent) && document.getElementById(parent) !== null;
  return {
    block: isHere ? block : '',
    quote: quote.replaceAll(/\s+/g, ' ').trim().slice(0, limits.quote).toWellFormed(),
    parent: isComment ? parent : '',
  };
}

/** Shows the passage above a form, with the link to it and a button for the whole essay instead. */
export function passageView({ block, quote, parent }: Passage, remove: () => void): HTMLElement | null {
  const lead = parent ? words.answer : quote ? words.onWords : words.onPassage;
  const id = parent || block;
  const text = quote || beginning(document.getElementById(id));
  if (!text) return null;
  const shown = id ? newElement('a', { href: `#${encodeURIComponent(id)}` }, text) : text;
  return newElement(
    'div',
    { className: 'passage' },
    newElement('p', {}, lead),
    newElement('blockquote', { dir: 'auto' }, shown),
    newButton(words.toWhole, remove),
  );
}

/** The first words of a block, without the numbers of its notes. */
function beginning(block: HTMLElement | null): string {
  const copy = block?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return '';
  for (const note of copy.querySelectorAll('sup')) note.remove();
  const text = copy.textContent.replaceAll(/\s+/g, ' ').trim();
  return text.length > 160 ? `${text.slice(0, 160).replace(/\s?\S*$/, '')} …` : text;
}
