import { words } from 'virtual:comment-words';
import { newElement } from './new-element.ts';

export type Field = HTMLInputElement | HTMLTextAreaElement;

/** The fields that a reader fills in, in their order; the way of sending decides which there are. */
export function fieldsOf(form: HTMLFormElement): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const name of ['name', 'email', 'website'] as const) {
    const field = form.querySelector<HTMLInputElement>(`input[name=${name}]`);
    if (field) fields.set(name, field);
  }
  const comment = form.querySelector('textarea');
  if (comment) fields.set('comment', comment);
  for (const [name, field] of fields) field.id = `leave-a-comment-${name}`;
  return fields;
}

/** A website as it may be linked: `https://` is added where no scheme was written. Null where it is no address. */
export function webAddress(text: string): string | null {
  const full = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
  if (/[\s<>"]/.test(full) || !URL.canParse(full)) return null;
  const { protocol, hostname, username, password } = new URL(full);
  return /^https?:$/.test(protocol) && /.\../.test(hostname) && username + password === '' ? full : null;
}

/**
 * Without script one field holds the whole file of a comment. With it the reader fills in a name, a website and a text,
 * and the file is made of them.
 */
export function separateFields(form: HTMLFormElement): void {
  const text = form.querySelector('textarea');
  if (!text) return;
  if (text.value === text.defaultValue) text.value = '';
  text.defaultValue = '';
  const name = newElement('input', { name: 'name', autocomplete: 'name', required: true, maxLength: 80 });
  const website = newElement('input', {
    name: 'website',
    inputMode: 'url',
    maxLength: 300,
  });
  website.setAttribute('autocomplete', 'url');
  text
    .closest('label')
    ?.before(newElement('label', {}, words.name, name), newElement('label', {}, words.website, website));
}

/** Sets fields that no reader sees. */
export function setHidden(form: HTMLFormElement, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const field =
      form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`) ??
      newElement('input', { type: 'hidden', name });
    field.value = value;
    form.append(field);
  }
}
