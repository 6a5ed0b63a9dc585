import { decodedComponent } from '../document/decoded.ts';

/** What an address inside the site means. */
export interface LinkTarget {
  /** Path of the file inside the site. */
  path: string;
  /** The id without `#`; empty where the page itself is meant. */
  fragment: string;
}

/**
 * Reads addresses as a browser would. An address that means the same on every page, as most do, is read once.
 * @param base the site's `url`, by which full addresses are known as its own
 */
export function linkTargets(base: string): (value: string, from: string) => LinkTarget | null {
  const known = new Map<string, LinkTarget | null>();
  return (value, from) => {
    if (!/^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(value)) return targetOf(value, from);
    const target = known.get(value);
    if (target !== undefined) return target;
    const read = targetOf(value.startsWith(base) ? `/${value.slice(base.length)}` : value, '/');
    known.set(value, read);
    return read;
  };
}

/** The file and fragment an address means, seen from a page's address, or null where it leaves the site. */
function targetOf(value: string, from: string): LinkTarget | null {
  const here = `https://site.invalid${from}`;
  if (!URL.canParse(value, here)) return { path: value, fragment: '' };
  const url = new URL(value, here);
  if (url.host !== 'site.invalid') return null;
  const path = decodedComponent(url.pathname).slice(1);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const fragment = decodedComponent(url.hash.slice(1)).split(':~:')[0] ?? '';
  return { path: file, fragment: fragment === 'top' ? '' : fragment };
}
