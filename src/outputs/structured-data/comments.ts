import { toString as textOf } from 'hast-util-to-string';
import type { Comment } from 'schema-dts';
import type { SiteConfiguration } from '../../document/configuration.ts';
import { approvedComments, commentAddresses } from '../comment-address.ts';
import type { PublishedEssay } from '../output.ts';
import { person } from './article-summary.ts';

/** The approved comments on an essay, oldest first. */
export function commentsIn(essay: PublishedEssay, site: SiteConfiguration): Comment[] {
  const comments = approvedComments(essay);
  const ids = new Set(comments.map(({ id }) => id));
  const addressOf = commentAddresses(essay, site);
  return comments.map(({ id, name, website, date, parent, body }) => ({
    '@type': 'Comment',
    '@id': addressOf(id),
    url: addressOf(id),
    datePublished: date,
    author: website === null ? person(name) : { '@type': 'Person', name, url: website },
    text: textOf({ type: 'root', children: body }).trim(),
    ...(parent === null || !ids.has(parent) ? {} : { parentItem: { '@id': addressOf(parent) } }),
  }));
}
