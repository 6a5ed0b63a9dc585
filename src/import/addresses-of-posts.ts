import { posix } from 'node:path';
import { comparable } from './old-address.ts';
import type { Post } from './post.ts';

/** Finds the slug of the text that an address of the other site, a path in the archive or a name means. */
export interface PostFinder {
  byAddress(address: string): string | null;
  byFile(path: string): string | null;
  /** By the name of its file, with or without its folder, its ending and its day, or by its title. */
  byName(name: string): string | null;
}

/** @param slugs the slug of each post */
export function postFinder(slugs: ReadonlyMap<Post, string>): PostFinder {
  const addresses = new Map<string, string>();
  const files = new Map<string, string>();
  const names = new Map<string, string>();
  for (const [post, slug] of slugs) {
    for (const address of post.addresses) addresses.set(comparable(address), slug);
    files.set(post.source.normalize('NFC'), slug);
    const stem = post.source.replace(/\.\w+$/, '').replace(/\/index$/, '');
    for (const name of [post.fields.title, post.name, posix.basename(stem), stem, post.source])
      if (!names.has(plain(name))) names.set(plain(name), slug);
  }
  return {
    byAddress: (address) => addresses.get(comparable(address)) ?? null,
    byFile: (path) => {
      const file = path.normalize('NFC');
      const candidates = [file, `${file}.md`, `${file}.mdx`, `${file}/index.md`, `${file}/index.mdx`];
      return candidates.map((one) => files.get(one)).find((slug) => slug !== undefined) ?? null;
    },
    byName: (name) => {
      const wanted = plain(name.replace(/\.(?:mdx?|markdown)$/i, '').replace(/^\/+|\/+$/g, ''));
      return names.get(wanted) ?? names.get(posix.basename(wanted)) ?? null;
    },
  };
}

function plain(name: string): string {
  return name.normalize('NFC').toLowerCase().trim();
}
