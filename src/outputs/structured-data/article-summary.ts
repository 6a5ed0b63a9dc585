import type { BlogPosting, Organization, Person, WithContext } from 'schema-dts';
import { absoluteAddress } from '../../document/address.ts';
import { type Author, authorName } from '../../document/author.ts';
import type { SiteConfiguration } from '../../document/configuration.ts';
import type { Frontmatter } from '../../document/frontmatter.ts';
import type { LanguageVersion } from '../../document/language-version.ts';
import { lastChanged } from '../../document/last-changed.ts';
import { previewCard } from '../../document/preview-card.ts';
import { isOrganization } from '../cite/organization-name.ts';
import { inLanguages } from './in-languages.ts';

/** What every statement about an essay begins with. */
type Described = Pick<
  Frontmatter,
  'title' | 'subtitle' | 'image' | 'writtenAuthors' | 'published' | 'updated' | 'changes'
> & { slug: string };

/**
 * What a page says of its essay to search engines (schema.org): what they ask of an article, and no more, because it
 * delays the first paint. `article.ts` says the rest, in a file beside the page.
 * @param versions in all languages, where there are several
 */
export function articleSummary(
  essay: Described,
  site: SiteConfiguration,
  versions: readonly LanguageVersion[] = [],
): WithContext<BlogPosting> {
  const changed = lastChanged(essay);
  return {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: essay.title,
    image: absoluteAddress(previewCard(essay, site.name).address, site.url),
    datePublished: essay.published,
    ...(changed === essay.published ? {} : { dateModified: changed }),
    ...(essay.writtenAuthors.length === 0 ? {} : { author: essay.writtenAuthors.map(author) }),
    publisher: publisherOf(site),
    ...inLanguages(essay.slug, versions, site.url),
  };
}

function author(written: Author): Person | Organization {
  const name = authorName(written);
  const isOne = typeof written === 'string' ? isOrganization(name) : 'organization' in written;
  return isOne ? { '@type': 'Organization', name } : person(name);
}

export function person(name: string): Person {
  return { '@type': 'Person', name };
}

/** Who publishes the site; the site itself where nobody is named. */
export function publisherOf(site: SiteConfiguration): Organization {
  return { '@type': 'Organization', name: site.publisher ?? site.name };
}
