import { locale, words } from 'virtual:comment-words';
import { formatText } from '../words/format-text.ts';
import type { Field } from './comment-fields.ts';
import { newElement } from './new-element.ts';
import { webAddress } from './web-address.ts';

const missing = new Map(Object.entries(words.missing));

/** What is wrong with a field, in words that say what is right; empty where nothing is. */
export function problemOf(name: string, { value, required, maxLength }: Field): string {
  const text = value.trim();
  if (text === '') return required ? (missing.get(name) ?? '') : '';
  if (value.length > maxLength && maxLength > 0)
    return formatText(words.long, { count: value.length, most: maxLength }, locale);
  if (name === 'email' && !/^[^\s@<>()",:;\\[\]]+@[^\s@<>()",:;\\[\]]+$/.test(text)) return words.email;
  return name === 'website' && webAddress(text) === null ? words.address : '';
}

/** Writes what is wrong under a field and ties it to the field; an empty message takes it away. */
export function showProblem(field: Field, message: string): void {
  const id = `${field.id}-problem`;
  const shown = document.getElementById(id);
  if (message === '') {
    shown?.remove();
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
    return;
  }
  const line = shown ?? newElement('p', { className: 'problem', id });
  if (line.textContent !== message) line.textContent = message;
  if (!shown) field.closest('label')?.after(line);
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', id);
}

/** The list of what is wrong, each a link to its field. */
export function problemList(wrong: readonly [Field, string][]): Node[] {
  const links = wrong.map(([field, message]) => {
    const onclick = (event: MouseEvent) => {
      event.preventDefault();
      field.focus();
    };
    return newElement('li', {}, newElement('a', { href: `#${field.id}`, onclick }, message));
  });
  return [
    newElement('p', {}, formatText(words.wrong, { count: wrong.length }, locale)),
    newElement('ul', {}, ...links),
  ];
}
