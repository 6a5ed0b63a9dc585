import { attributeBraces } from './syntax/hidden-marks.ts';

/** Attributes as Pandoc and kramdown write them: `{#id .class key=value}`. */
export interface Attributes {
  id: string | null;
  classes: string[];
  others: [name: string, value: string][];
}

const { open, close } = attributeBraces;
const one = String.raw`(?:[#.][^\s#.{}="']+|[\w-]+=(?:"[^"{}]*"|[^\s"{}]+)|-)`;

/** Source of a pattern for attributes in their braces. */
export const attributesPattern = `[{${open}]:?[ \\t]*${one}(?:[ \\t]*${one})*[ \\t]*[}${close}]`;

/** Classes that say something about numbers and contents, which the site makes itself. */
const withoutMeaning = new Set(['unnumbered', 'unlisted', 'no_toc', 'notoc']);

/** @param text what matches `attributesPattern` */
export function readAttributes(text: string): Attributes {
  const found: Attributes = { id: null, classes: [], others: [] };
  for (const [token] of text.slice(1, -1).matchAll(new RegExp(one, 'g'))) {
    if (token.startsWith('#')) found.id = token.slice(1);
    else if (token.startsWith('.')) found.classes.push(token.slice(1));
    else if (token !== '-') {
      const at = token.indexOf('=');
      found.others.push([token.slice(0, at), token.slice(at + 1).replaceAll(/^"|"$/g, '')]);
    }
  }
  found.classes = found.classes.filter((name) => !withoutMeaning.has(name));
  return found;
}
