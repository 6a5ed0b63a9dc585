import { essayAddress } from './address.ts';
import { nameInAddress } from './name-in-address.ts';

/** Where the feeds are, from the site's root. Each is there as Atom (`.xml`) and as JSON Feed (`.json`). */
export type FeedAddress = `/${string}.xml`;

/** All essays. */
export const essaysFeed: FeedAddress = '/feed.xml';

/** The comments on all essays. */
export const commentsFeed: FeedAddress = '/comments.xml';

export function topicFeed(topic: string): FeedAddress {
  return `/topics/${nameInAddress(topic)}/feed.xml`;
}

export function seriesFeed(series: string): FeedAddress {
  return `/series/${nameInAddress(series)}/feed.xml`;
}

/** The comments on one essay. */
export function essayCommentsFeed(slug: string): FeedAddress {
  return `${essayAddress(slug)}comments.xml`;
}

/** The same feed as JSON Feed. */
export function asJson(address: FeedAddress): string {
  return address.replace(/\.xml$/, '.json');
}
