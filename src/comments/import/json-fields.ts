import { z } from 'zod';

/** A text that may be missing or null in a service's JSON; then it is empty. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** An id, which some services write as a number. */
export const id = z.union([z.string(), z.number()]).transform(String);

/** Every object in a JSON value, outer ones first, however deep it stands; `stop` keeps the search out of one. */
export function* objectsIn(
  value: unknown,
  stop: (found: object) => boolean = () => false,
): Generator<object> {
  const open = [value];
  for (let index = 0; index < open.length; index += 1) {
    const one = open[index];
    if (typeof one !== 'object' || one === null) continue;
    if (!Array.isArray(one)) yield one;
    if (Array.isArray(one) || !stop(one)) for (const inner of Object.values(one)) open.push(inner);
  }
}

/** The first web address in a text, without the signs that end a sentence or a link. */
export function addressIn(text: string): string {
  return /https?:\/\/[^\s<>"')\]]+/.exec(text)?.[0].replace(/[.,;:!?]+$/, '') ?? '';
}
