import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { essayAddress } from '../../document/address.ts';
import { decodedAddress } from '../../document/decoded.ts';
import { canonicalTag } from '../../document/fields.ts';
import { translationSlug } from '../../document/slug.ts';
import { visit } from '../../document/visit.ts';
import { root } from '../../paths.ts';

/**
 * Gives links inside the site the address that a page has: a link to another text's file becomes one to its page, and
 * an address without the slash at its end gets it. Whether the page is there is checked when all are.
 */
export function linksToTexts() {
  return (tree: Root, file: VFile) => {
    visit(tree, 'element', (node) => {
      const { href } = node.properties;
      if (
        node.tagName !== 'a' ||
        typeof href !== 'string' ||
        /^(?:[a-z][a-z\d+.-]*:|\/\/|[#?]|$)/i.test(href)
      )
        return;
      const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(href) ?? [];
      const address = /\.mdx?$/i.test(path) ? pageOf(path, file.data.name ?? '') : withSlash(path);
      if (address !== null) node.properties['href'] = `${address}${rest}`;
    });
  };
}

/** @param from path of the file that has the link */
function pageOf(path: string, from: string): string | null {
  const target = path.startsWith('/') ? path : posix.join(posix.dirname(from), path);
  const [, slug, language] = /(?:^|\/)essays\/([^/]+)\/index\.([^./]+)\.mdx?$/i.exec(target) ?? [];
  if (slug !== undefined && language !== undefined)
    return essayAddress(translationSlug(slug, canonicalTag(language) ?? language));
  const essay = /(?:^|\/)essays\/([^/]+?)(?:\/index)?\.mdx?$/i.exec(target)?.[1];
  if (essay !== undefined) return essayAddress(essay);
  const page = /(?:^|\/)pages\/([^/]+)\.mdx?$/i.exec(target)?.[1];
  return page === undefined ? null : `/${page}/`;
}

/** Null for an address that has the slash, or leads to a file. */
function withSlash(path: string): string | null {
  const isInSite = path.startsWith('/') || path.startsWith('../');
  const last = path.split('/').at(-1) ?? '';
  if (!isInSite || last === '' || last === '..' || last.includes('.')) return null;
  if (path.startsWith('/') && existsSync(join(root, 'public', decodedAddress(path)))) return null;
  return `${path}/`;
}
