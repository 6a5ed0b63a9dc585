import { absoluteAddress, essayAddress } from '../../document/address.ts';
import type { SiteConfiguration } from '../../document/configuration.ts';
import type { PublishedEssay } from '../output.ts';
import type { BookFacts } from './package-file.ts';

/** What the book of one essay says of itself. */
export function essayFacts({ slug, metadata }: PublishedEssay, site: SiteConfiguration): BookFacts {
  const { title, subtitle, description, language, authors, topics, published, updated, series } = metadata;
  return {
    identifier: absoluteAddress(essayAddress(slug), site.url),
    title,
    subtitle,
    description,
    languages: [language],
    authors,
    publisher: site.publisher,
    topics,
    licence: metadata.licence ?? site.contentLicence.name,
    published,
    updated: updated ?? published,
    series,
  };
}

/** What the book of all essays says of itself. @param essays newest first */
export function libraryFacts(essays: readonly PublishedEssay[], site: SiteConfiguration): BookFacts {
  const of = essays.map(({ metadata }) => metadata);
  const days = of.map(({ published, updated }) => updated ?? published).sort();
  return {
    identifier: site.url,
    title: site.name,
    description: site.description,
    languages: [...new Set([site.language, ...of.map(({ language }) => language)])],
    authors: [...new Set(of.flatMap(({ authors }) => authors))],
    publisher: site.publisher,
    topics: [...new Set(of.flatMap(({ topics }) => topics))],
    licence: site.contentLicence.name,
    published: of[0]?.published ?? '',
    updated: days.at(-1) ?? '',
  };
}
