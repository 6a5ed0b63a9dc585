import { toHtml } from 'hast-util-to-html';
import { absoluteAddress, essayAddress } from '../document/address.ts';
import { commentsFeed, essayCommentsFeed } from '../document/feed-address.ts';
import type { ShownComment } from '../document/shown-comment.ts';
import { format, words } from '../words/words.ts';
import { approvedComments, commentAddresses } from './comment-address.ts';
import { commentId, essayId, feedId } from './entry-id.ts';
import { type FeedEntry, newest } from './feed.ts';
import { feedFiles } from './feed-files.ts';
import type { EssayOutput, Output, Publication, PublishedEssay } from './output.ts';
import { portableHtml } from './portable-html.ts';
import { withoutIds } from './without-ids.ts';

/** The newest comments on one essay; an essay without any has no such feed. */
export const essayCommentFeeds: EssayOutput = {
  addresses: [
    { address: '/essays/<slug>/comments.xml', what: 'The comments on the essay (Atom).' },
    { address: '/essays/<slug>/comments.json', what: 'The same as JSON Feed.' },
  ],
  files: ({ site, essay }) => {
    const entries = entriesOf(essay, { site });
    if (entries.length === 0) return [];
    return feedFiles({
      id: `${essayId(site, essay)}/comments`,
      title: format(words.comments.title, { title: essay.metadata.title }),
      subtitle: site.name,
      language: site.language,
      author: site.publisher ?? site.name,
      path: essayCommentsFeed(essay.slug).slice(1),
      page: essayAddress(essay.slug),
      entries: newest(entries),
      site,
    });
  },
};

/** The newest comments on all essays; a site without any has no such feed. */
export const commentFeed: Output = {
  addresses: [
    { address: '/comments.xml', what: 'The comments on all essays (Atom).' },
    { address: '/comments.json', what: 'The same as JSON Feed.' },
  ],
  files: (publication) => {
    const { site, essays } = publication;
    const entries = essays.flatMap((essay) => entriesOf(essay, publication));
    if (entries.length === 0) return [];
    return feedFiles({
      id: feedId(site, 'comments'),
      title: site.name + words.marks.colon + words.feeds.comments,
      subtitle: site.description,
      language: site.language,
      author: site.publisher ?? site.name,
      path: commentsFeed.slice(1),
      page: '/',
      entries: newest(entries),
      site,
    });
  },
};

function entriesOf(essay: PublishedEssay, { site }: Pick<Publication, 'site'>): FeedEntry[] {
  const comments = approvedComments(essay);
  const ids = new Set(comments.map(({ id }) => id));
  const addressOf = commentAddresses(essay, site);
  return comments.map((comment) => commentEntry(comment, essay, { ids, addressOf, site }));
}

interface CommentSetting {
  /** Of the comments that are shown. */
  ids: ReadonlySet<string>;
  addressOf(id: string): string;
  site: Publication['site'];
}

function commentEntry(
  { id, name, date, parent, body }: ShownComment,
  essay: PublishedEssay,
  { ids, addressOf, site }: CommentSetting,
): FeedEntry {
  const page = absoluteAddress(essayAddress(essay.slug), site.url);
  const answered = parent !== null && ids.has(parent) ? parent : null;
  const nodes = portableHtml({ type: 'root', children: body }, { page, base: site.url, fragments: 'page' });
  const found = format(words.comments.found, { name });
  return {
    id: commentId(site, essay, id),
    title: found + words.marks.colon + essay.metadata.title,
    address: addressOf(id),
    published: date,
    updated: date,
    authors: [name],
    topics: [],
    language: essay.metadata.language,
    summary: null,
    html: toHtml({ type: 'root', children: withoutIds(nodes) }),
    rights: '',
    inReplyTo:
      answered === null
        ? { id: essayId(site, essay), address: page }
        : { id: commentId(site, essay, answered), address: addressOf(answered) },
  };
}
