import { words } from 'virtual:comment-words';
import { fillTemplate } from '../document/fill-template.ts';
import { announce } from './announce.ts';
import type { Mail, NewFile } from './comment-ways.ts';
import { newButton, newElement } from './new-element.ts';

/** A text that a reader takes to another program, and where it goes. */
export interface ByHand {
  lead: string;
  /** Names and values that are needed there, such as the subject of a mail. */
  rows: readonly (readonly [name: string, value: string])[];
  text: string;
  /** A link that goes there, and its words. */
  link: readonly [address: string, words: string];
}

/** The same, and the address that the browser is sent to first; null where it would be too long. */
export interface Handover extends ByHand {
  address: string | null;
}

export function mailByHand({ to, subject, text, address, bare }: Mail): Handover {
  return {
    address,
    lead: address ? words.opened : words.longMail,
    rows: [
      [words.to, to],
      [words.subject, subject],
    ],
    text,
    link: [address ?? bare, words.openMail],
  };
}

export function fileByHand({ file, text, address, bare }: NewFile): Handover {
  const { host } = new URL(bare);
  return {
    address,
    lead: fillTemplate(words.byHand, { host }),
    rows: [[words.file, file]],
    text,
    link: [address ?? bare, fillTemplate(words.open, { host })],
  };
}

/**
 * The text in a field of its own, selected with one press, with the button that copies it.
 * @param sent what follows when the reader says that it was sent
 */
export function byHandView({ lead, rows, text, link }: ByHand, sent: () => void): HTMLElement {
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
      newElement('a', { href: link[0] }, link[1]),
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
