/** The file that a host sends for an address of `aliases`: `/a.html` is a file of its own, `/a/` and `/a` a folder's page. */
export function aliasFile(alias: string): string {
  const path = decodeURI(alias).slice(1);
  if (/\.x?html?$/i.test(path)) return path;
  return `${path.replace(/\/$/, '')}/index.html`;
}
