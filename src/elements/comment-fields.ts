import { words } from 'virtual:comment-words';
import { limits } from '../document/comment-limits.ts';
import type { NewFilePage } from './comment-ways.ts';
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

/**
 * Without script one field holds the whole file of a comment. With it the reader fills in a name, a website and a text,
 * and the file is made of them.
 */
export function separateFields(form: HTMLFormElement): void {
  const text = form.querySelector('textarea');
  if (!text) return;
  if (text.value === text.defaultValue) text.value = '';
  text.defaultValue = '';
  const name = newElement('input', {
    name: 'name',
    autocomplete: 'name',
    required: true,
    maxLength: limits.name,
  });
  const website = newElement('input', {
    name: 'website',
    inputMode: 'url',
    maxLength: limits.website,
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

/** What a form for a new file says of the forge's page. */
export function newFilePage(form: HTMLFormElement): NewFilePage {
  const name = form.querySelector<HTMLInputElement>('input[type=hidden]');
  const text = form.querySelector('textarea');
  if (!name || !text) throw new Error('The form has no fields for a file.');
  return { action: form.action, field: name.name, content: text.name, template: name.value };
}
