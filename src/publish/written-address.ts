import { canonicalTag } from '../document/fields.ts';

/** What an author may have written for the address of a page, as a path to its file or without the slash at the end. */
export function waysToWrite(address: string): string[] {
  const [, essay, language, fragment = ''] =
    /^\/essays\/([a-z0-9-]+)\/([a-z0-9-]+)\/(#.*)?$/.exec(address) ?? [];
  if (essay !== undefined && language !== undefined) {
    const tags = [language, canonicalTag(language) ?? language];
    const names = tags.flatMap((tag) => [`index.${tag}.mdx`, `index.${tag}.md`]);
    return [...names.map((name) => name + fragment), `/essays/${essay}/${language}${fragment}`];
  }
  const [, page = '', rest = ''] = /^\/(?:essays\/)?([a-z0-9-]+)\/(#.*)?$/.exec(address) ?? [];
  if (page === '') return [];
  const files = ['.mdx', '.md'].flatMap((ending) => [`${page}/index${ending}`, `${page}${ending}`]);
  return [...files.map((file) => file + rest), `${address.slice(0, address.lastIndexOf('/'))}${rest}`];
}
