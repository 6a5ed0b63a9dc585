/** Names that the site needs for itself, or that some host treats in a way of its own. */
export const reservedSlugs: readonly string[] = [
  '404',
  '500',
  'about',
  'assets',
  'astro',
  'draft',
  'drafts',
  'essay',
  'essays',
  'feed',
  'index',
  'page',
  'pages',
  'pagefind',
  'public',
  'robots',
  'rss',
  'search',
  'sitemap',
  'static',
  'tag',
  'tags',
  'topic',
  'topics',
];

/** Names at the top of the site that it uses itself, so that no page may have them. */
const reservedPageNames: readonly string[] = [
  '404',
  'essays',
  'index',
  'pagefind',
  'search',
  'series',
  'topics',
  'years',
];

/** Names of devices: Windows can have no file or folder with one of them. */
const device = /^(?:aux|com\d|con|lpt\d|nul|prn)$/;

const allowed = /^[a-z0-9-]{1,80}$/;

/**
 * What is wrong with a slug, as the end of a sentence that begins with it, or null.
 * Letters, digits and hyphens only, so that the address needs no escapes on any host or file system.
 */
export function slugError(slug: string): string | null {
  return nameError(slug, reservedSlugs);
}

/** The same for the name of a page in `content/pages`, which is at the top of the site. */
export function pageNameError(name: string): string | null {
  return nameError(name, reservedPageNames);
}

function nameError(slug: string, reserved: readonly string[]): string | null {
  if (reserved.includes(slug)) return 'is reserved for the site itself';
  if (device.test(slug)) return 'is the name of a device on Windows, where no folder can have it';
  if (!allowed.test(slug)) {
    return 'may contain only the letters a to z, digits and hyphens (1 to 80), as in `a-good-name`';
  }
  return null;
}

/** The slug of a translation: that of its essay with the language, as they are in its address. @param language BCP 47 tag */
export function translationSlug(slug: string, language: string): string {
  return `${slug}/${language.toLowerCase()}`;
}
