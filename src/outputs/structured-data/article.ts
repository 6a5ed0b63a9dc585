import type { BlogPosting, CreativeWork, Graph, ImageObject, MediaObject, WebPageElement } from 'schema-dts';
import {
  absoluteAddress,
  bookAddress,
  dataAddress,
  essayAddress,
  fragmentAddress,
} from '../../document/address.ts';
import type { SiteConfiguration } from '../../document/configuration.ts';
import type { LanguageVersion } from '../../document/language-version.ts';
import { previewCard, previewSize } from '../../document/preview-card.ts';
import type { Section } from '../../document/section.ts';
import type { EssayOutput, PublishedEssay } from '../output.ts';
import { articleSummary } from './article-summary.ts';
import { breadcrumbs } from './breadcrumbs.ts';
import { commentsIn } from './comments.ts';

/** What there is to say of an essay in the words of schema.org, as linked data. */
export const structuredData: EssayOutput = {
  addresses: [
    {
      address: dataAddress('<slug>'),
      what: 'What the essay is, in the words of schema.org: sections, sources, comments (JSON-LD).',
    },
  ],
  files: ({ essay, site, versions }) => [
    {
      path: dataAddress(essay.slug).slice(1),
      content: Buffer.from(`${JSON.stringify(articleGraph(essay, site, versions), null, 1)}\n`),
    },
  ],
};

/** The essay and the way to it from the home page. */
export function articleGraph(
  essay: PublishedEssay,
  site: SiteConfiguration,
  versions: readonly LanguageVersion[] = [],
): Graph {
  const described = { ...essay.metadata, slug: essay.slug };
  const { '@context': _, ...summary } = articleSummary(described, site, versions);
  return {
    '@context': 'https://schema.org',
    '@graph': [
      { ...summary, ...article(essay, site) },
      breadcrumbs([{ name: essay.metadata.title, address: essayAddress(essay.slug) }], site),
    ],
  };
}

function article(essay: PublishedEssay, site: SiteConfiguration): BlogPosting {
  const { metadata, slug, sections, references, words } = essay;
  const page = absoluteAddress(essayAddress(slug), site.url);
  const comments = commentsIn(essay, site);
  return {
    '@type': 'BlogPosting',
    '@id': page,
    url: page,
    mainEntityOfPage: metadata.canonical ?? page,
    ...(metadata.subtitle === undefined ? {} : { alternativeHeadline: metadata.subtitle }),
    description: metadata.description,
    image: cardOf(essay, site),
    inLanguage: metadata.language,
    wordCount: words,
    ...(metadata.topics.length === 0 ? {} : { keywords: metadata.topics }),
    license: licenceOf(essay, site),
    isAccessibleForFree: true,
    isPartOf: { '@type': 'Blog', '@id': site.url, name: site.name, url: site.url },
    encoding: formsOf(slug, site),
    ...(sections.length === 0 ? {} : { hasPart: sections.map((section) => partOf(section, page)) }),
    ...(references.length === 0
      ? {}
      : {
          isBasedOn: references.map(
            ({ id, text }): CreativeWork => ({
              '@type': 'CreativeWork',
              '@id': fragmentAddress(page, id),
              name: text,
            }),
          ),
        }),
    commentCount: comments.length,
    ...(comments.length === 0 ? {} : { comment: comments }),
  };
}

/** A section with those in it. Its address is the one that stands. */
function partOf({ id, title, sections }: Section, page: string): WebPageElement {
  const address = fragmentAddress(page, id);
  return {
    '@type': 'WebPageElement',
    '@id': address,
    url: address,
    name: title,
    ...(sections.length === 0 ? {} : { hasPart: sections.map((section) => partOf(section, page)) }),
  };
}

function cardOf({ slug, metadata }: PublishedEssay, site: SiteConfiguration): ImageObject {
  const { address, type, alt } = previewCard({ ...metadata, slug }, site.name);
  return {
    '@type': 'ImageObject',
    url: absoluteAddress(address, site.url),
    encodingFormat: type,
    caption: alt,
    width: `${previewSize.width} px`,
    height: `${previewSize.height} px`,
  };
}

/** The licence by its address, or, where an essay has one of its own, by its name. */
function licenceOf(
  { metadata }: PublishedEssay,
  { contentLicence }: SiteConfiguration,
): CreativeWork | string {
  const { licence } = metadata;
  if (licence === undefined || licence === contentLicence.name) return contentLicence.url;
  return { '@type': 'CreativeWork', name: licence };
}

function formsOf(slug: string, site: SiteConfiguration): MediaObject[] {
  const forms = [
    ['application/epub+zip', bookAddress(slug)],
    ['text/markdown', `${essayAddress(slug)}index.md`],
    ['text/plain', `${essayAddress(slug)}index.txt`],
  ] as const;
  return forms.map(([encodingFormat, address]) => ({
    '@type': 'MediaObject',
    encodingFormat,
    contentUrl: absoluteAddress(address, site.url),
  }));
}
