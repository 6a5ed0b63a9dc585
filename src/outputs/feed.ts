import type { SiteConfiguration } from '../document/configuration.ts';

/** One entry of a feed: an essay or a comment. */
export interface FeedEntry {
  /** Constant for ever; see `entry-id.ts`. */
  id: string;
  title: string;
  /** Full address. */
  address: string;
  /** `2026-02-28` or `2026-02-28T09:30:00Z`. */
  published: string;
  updated: string;
  authors: readonly string[];
  topics: readonly string[];
  language: string;
  /** One sentence; null for a comment, whose text is short. */
  summary: string | null;
  /** The full text. */
  html: string;
  rights: string;
  /** What it answers: ids and full addresses. */
  inReplyTo: { id: string; address: string } | null;
}

/** A feed before it is written as Atom or as JSON Feed. */
export interface Feed {
  id: string;
  title: string;
  subtitle: string;
  language: string;
  /** Who stands behind it, for entries that name nobody. */
  author: string;
  /** Path of its Atom file in the site, for example `topics/coasts/feed.xml`. */
  path: string;
  /** From the site's root: the page whose entries it has. */
  page: string;
  /** The newest change first. */
  entries: readonly FeedEntry[];
  site: SiteConfiguration;
}

/** Entries of one feed: a reader that asks for it after a year of one essay a fortnight has missed none. */
export const mostEntries = 25;

/** A day as its first moment. */
export function moment(date: string): Date {
  return new Date(date.includes('T') ? date : `${date}T00:00:00Z`);
}

/** The newest changes first, as many as a feed has. On one day by id, so that the order is always the same. */
export function newest(entries: readonly FeedEntry[]): FeedEntry[] {
  const sorted = entries.toSorted((a, b) => {
    const later = moment(b.updated).getTime() - moment(a.updated).getTime();
    if (later !== 0) return later;
    return a.id < b.id ? -1 : 1;
  });
  return sorted.slice(0, mostEntries);
}
