import { words } from 'virtual:comment-words';
import { announce } from './announce.ts';
import { newButton, newElement } from './new-element.ts';

/** A text that a reader takes to another program, and where it goes. */
export interface ByHand {
  lead: string;
  /** Names and values that are needed there, such as the subject of a mail. */
  rows: readonly (readonly [name: string, value: string])[];
  text: string;
  /** A link that goes there, and its words. */
  link?: readonly [address: string, words: string];
  /** What follows when the reader says that it was sent. */
  sent: () => void;
}

/** The text in a field of its own, selected with one press, with the button that copies it. */
export function byHandView({ lead, rows, text, link, sent }: ByHand): HTMLElement {
  const area = newElement('textarea', { readOnly: true, rows: 8, value: text, dir: 'auto' });
  area.ariaLabel = words.text;
  area.addEventListener('focus', () => area.select());
  return newElement(
    'div',
    { className: 'by-hand' },
    newElement('p', {}, lead),
    newElement('dl', {}, ...rows.map(([name, value]) => row(name, value))),
    area,
    newElement(
      'p',
      { className: 'actions' },
      newButton(words.copy, () => copyText(area)),
      ...(link ? [newElement('a', { href: link[0] }, link[1])] : []),
      newButton(words.done, sent),
    ),
  );
}

function row(name: string, value: string): HTMLElement {
  return newElement('div', {}, newElement('dt', {}, name), newElement('dd', {}, value));
}

async function copyText(area: HTMLTextAreaElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(area.value);
    announce(words.copied);
  } catch {
    area.focus();
    area.select();
    announce(words.select);
  }
}
