import type { SiteConfiguration } from '../document/configuration.ts';
import type { PublishedEssay } from './output.ts';

/** The year from which the default authority counts: that of the first feed that this engine wrote. */
const firstYear = '2026';

/**
 * Ids of feeds and of their entries (`tag:`, RFC 4151). A feed reader knows an entry by nothing else, so they are made
 * of what never changes: the slug and the day with which an essay was first published, and `feedAuthority`.
 */
export function feedId(site: SiteConfiguration, name: string): string {
  return `tag:${authority(site)}:${name}`;
}

export function essayId(
  site: SiteConfiguration,
  essay: Pick<PublishedEssay, 'slug' | 'firstSlug' | 'metadata'>,
): string {
  return feedId(site, `essays/${essay.metadata.published}/${essay.firstSlug ?? essay.slug}`);
}

export function commentId(
  site: SiteConfiguration,
  essay: Pick<PublishedEssay, 'slug' | 'firstSlug' | 'metadata'>,
  id: string,
): string {
  return `${essayId(site, essay)}/comments/${encodeURIComponent(id)}`;
}

function authority({ url, feedAuthority }: SiteConfiguration): string {
  return feedAuthority ?? `${new URL(url).hostname},${firstYear}`;
}
