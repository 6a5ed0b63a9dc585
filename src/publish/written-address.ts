/** What an author may have written for the address of a page, as a path to its file or without the slash at the end. */
export function waysToWrite(address: string): string[] {
  const [, page = '', rest = ''] = /^\/(?:essays\/)?([a-z0-9-]+)\/(#.*)?$/.exec(address) ?? [];
  if (page === '') return [];
  const files = ['.mdx', '.md'].flatMap((ending) => [`${page}/index${ending}`, `${page}${ending}`]);
  return [...files.map((file) => file + rest), `${address.slice(0, address.lastIndexOf('/'))}${rest}`];
}
