import type { Post } from './post.ts';
import { textAddresses } from './text-addresses.ts';

/**
 * Gives addresses to texts of which nothing says how they were made: as the texts link to one another, such as
 * `/blog/a-name/`. A way that is used only once may be chance.
 */
export function learnAddresses(posts: readonly Post[]): void {
  const without = posts.filter(({ addresses }) => addresses.length === 0);
  if (without.length === 0) return;
  const names = new Set(without.map(({ name }) => name));
  const ways = new Map<string, { before: string; after: string; count: number }>();
  for (const { text, format } of posts)
    for (const { value, use } of textAddresses(text, format)) {
      const parts = /^(\/(?:[^?#]*\/)?)([^/?#]+?)(\/|\.html)?(?:[?#].*)?$/.exec(value);
      const [, before = '', name = '', after = ''] = parts ?? [];
      if (use !== 'link' || !names.has(name)) continue;
      const way = `${before}:${after}`;
      ways.set(way, { before, after, count: (ways.get(way)?.count ?? 0) + 1 });
    }
  const [most] = [...ways.values()].sort((a, b) => b.count - a.count);
  if (!most || most.count < 2) return;
  for (const post of without) post.addresses = [`${most.before}${post.name}${most.after || '/'}`];
}
