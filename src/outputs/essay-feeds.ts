import { toHtml } from 'hast-util-to-html';
import { absoluteAddress, essayAddress } from '../document/address.ts';
import { essaysFeed, type FeedAddress, seriesFeed, topicFeed } from '../document/feed-address.ts';
import { lastChanged } from '../document/last-changed.ts';
import { format, words } from '../words/words.ts';
import { essayId, feedId } from './entry-id.ts';
import { type FeedEntry, newest } from './feed.ts';
import { feedFiles } from './feed-files.ts';
import type { Output, Publication, PublishedEssay } from './output.ts';
import { portableHtml } from './portable-html.ts';
import { withoutIds } from './without-ids.ts';

/** The newest essays with their full text: all, those of each topic, and those of each series. */
export const essayFeeds: Output = {
  addresses: [
    { address: '/feed.xml', what: 'The newest essays with their full text (Atom).' },
    { address: '/feed.json', what: 'The same as JSON Feed.' },
    { address: '/topics/<topic>/feed.xml', what: 'The essays about a topic (Atom).' },
    { address: '/topics/<topic>/feed.json', what: 'The same as JSON Feed.' },
    { address: '/series/<series>/feed.xml', what: 'The essays of a series (Atom).' },
    { address: '/series/<series>/feed.json', what: 'The same as JSON Feed.' },
  ],
  files: (publication) => {
    const { site, essays } = publication;
    const lists = new Map<FeedAddress, { title: string; id: string; essays: PublishedEssay[] }>();
    const add = (address: FeedAddress, title: string, essay?: PublishedEssay) => {
      const id = address === essaysFeed ? 'feed' : address.slice(1).replace(/\/feed\.xml$/, '');
      const list = lists.get(address) ?? { title, id, essays: [] };
      lists.set(address, list);
      if (essay) list.essays.push(essay);
    };
    add(essaysFeed, site.name);
    for (const essay of essays) {
      const { topics, series } = essay.metadata;
      add(essaysFeed, site.name, essay);
      for (const topic of new Set(topics))
        add(topicFeed(topic), site.name + words.marks.colon + format(words.feeds.topic, { topic }), essay);
      if (series) add(seriesFeed(series.name), site.name + words.marks.colon + series.name, essay);
    }
    const entryOf = remembered((essay) => essayEntry(essay, publication));
    return [...lists].flatMap(([address, { title, id, essays: listed }]) =>
      feedFiles({
        id: feedId(site, id),
        title,
        subtitle: site.description,
        language: site.language,
        author: site.publisher ?? site.name,
        path: address.slice(1),
        page: '/',
        entries: newestOf(listed).map(entryOf),
        site,
      }),
    );
  },
};

/** Those whose entries a feed has, before their texts are read. */
function newestOf(essays: readonly PublishedEssay[]): PublishedEssay[] {
  const bySlug = new Map(essays.map((essay) => [essay.slug, essay]));
  const empty = { title: '', address: '', authors: [], topics: [], language: '', rights: '', html: '' };
  const entries = essays.map(
    ({ slug, metadata }): FeedEntry => ({
      ...empty,
      id: slug,
      published: metadata.published,
      updated: lastChanged(metadata),
      summary: null,
      inReplyTo: null,
    }),
  );
  return newest(entries).flatMap(({ id }) => bySlug.get(id) ?? []);
}

function remembered(make: (essay: PublishedEssay) => FeedEntry): (essay: PublishedEssay) => FeedEntry {
  const made = new Map<PublishedEssay, FeedEntry>();
  return (essay) => {
    const entry = made.get(essay) ?? make(essay);
    made.set(essay, entry);
    return entry;
  };
}

/** An essay as an entry of a feed. */
export function essayEntry(essay: PublishedEssay, { site }: Pick<Publication, 'site'>): FeedEntry {
  const { slug, metadata } = essay;
  const page = absoluteAddress(essayAddress(slug), site.url);
  const nodes = portableHtml(essay.body(), {
    page,
    base: site.url,
    fragments: 'page',
    drawings: 'files',
  });
  return {
    id: essayId(site, essay),
    title: metadata.title,
    address: page,
    published: metadata.published,
    updated: lastChanged(metadata),
    authors: metadata.authors,
    topics: metadata.topics,
    language: metadata.language,
    summary: metadata.description,
    html: toHtml({ type: 'root', children: withoutIds(nodes) }),
    rights: metadata.licence ?? site.contentLicence.name,
    inReplyTo: null,
  };
}
