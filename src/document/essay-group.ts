import { seriesAddress, topicAddress } from './address.ts';
import type { Essay } from './essay.ts';
import { withoutAccents } from './normalized-word.ts';

/** Essays that have a topic or a series in common. */
export interface EssayGroup {
  slug: string;
  /** As the newest of the essays writes it. */
  name: string;
  essays: Essay[];
}

/** Most essays on one page of a list, so that a page stays small in a library of any size. */
export const essaysOnPage = 60;

/** The topics of all essays, in the order of the alphabet, each with its essays in the order given. */
export function topicsIn(essays: readonly Essay[]): EssayGroup[] {
  return groups(essays, ({ topics }) => topics).sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** All series, those with the newest part first, each with its parts in order. */
export function seriesIn(essays: readonly Essay[]): EssayGroup[] {
  const found = groups(essays, ({ series }) => (series ? [series.name] : []));
  // the essays are newest first, and of two parts with one number the earlier is first
  for (const { essays } of found) essays.reverse().sort((a, b) => partOf(a) - partOf(b));
  return found;
}

/** The addresses of the pages of all topics and series. */
export function groupAddresses(essays: readonly Essay[]): Set<string> {
  const topics = topicsIn(essays).map(({ slug }) => topicAddress(slug));
  return new Set<string>([...topics, ...seriesIn(essays).map(({ slug }) => seriesAddress(slug))]);
}

/** The number of an essay in its series. */
export function partOf({ series }: Pick<Essay, 'series'>): number {
  return series?.part ?? 0;
}

/** The name of a topic or series in an address: names that differ in capitals, accents or signs are one. */
export function groupSlug(name: string): string {
  const words =
    withoutAccents(name)
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+|\+|#/gu) ?? [];
  const slug = words.map((word) => ({ '+': 'plus', '#': 'sharp' })[word] ?? word).join('-');
  return slug.normalize('NFC') || 'other';
}

/** Essays in pages, with the number of each, counted from 1. */
export function listPages<Item>(items: readonly Item[]): { number: number; items: Item[] }[] {
  const count = Math.max(1, Math.ceil(items.length / essaysOnPage));
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    items: items.slice(index * essaysOnPage, (index + 1) * essaysOnPage),
  }));
}

function groups(essays: readonly Essay[], namesOf: (essay: Essay) => readonly string[]): EssayGroup[] {
  const bySlug = new Map<string, EssayGroup>();
  for (const essay of essays)
    for (const name of namesOf(essay)) {
      const slug = groupSlug(name);
      const group = bySlug.get(slug) ?? { slug, name, essays: [] };
      if (!group.essays.includes(essay)) group.essays.push(essay);
      bySlug.set(slug, group);
    }
  return [...bySlug.values()];
}
