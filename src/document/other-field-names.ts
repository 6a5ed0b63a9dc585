/** What other programs call the fields of our frontmatter, each list in the order in which they count. */
export const otherFieldNames = {
  title: ['title'],
  subtitle: ['subtitle', 'tagline', 'subheading'],
  description: ['description', 'excerpt', 'summary', 'spoiler', 'abstract', 'desc', 'intro', 'lead'],
  published: [
    'date',
    'published',
    'pubDate',
    'publishDate',
    'published_at',
    'publishedAt',
    'pubDatetime',
    'datePublished',
    'post_date',
    'created',
    'createdAt',
    'created_at',
  ],
  updated: [
    'updated',
    'lastmod',
    'last_modified_at',
    'lastModified',
    'modified',
    'updatedDate',
    'modDatetime',
    'dateModified',
    'updated_at',
    'updatedAt',
    'update',
  ],
  authors: ['authors', 'author', 'by'],
  topics: ['topics', 'tags', 'tag', 'categories', 'category', 'keywords'],
  language: ['language', 'lang', 'locale'],
  canonical: ['canonical', 'canonical_url', 'canonicalUrl', 'canonicalURL'],
  licence: ['licence', 'license'],
  aliases: ['aliases', 'redirect_from', 'alias', 'redirects'],
} as const;

/** The field of ours that another program calls so, or null. */
export function ownFieldName(name: string): string | null {
  const wanted = name.toLowerCase();
  for (const [own, others] of Object.entries(otherFieldNames))
    if (own !== wanted && others.some((one) => one.toLowerCase() === wanted)) return own;
  return null;
}
