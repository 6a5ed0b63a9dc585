/** The only place that knows what an address of this site looks like. All begin and end with a slash. */

/** The page of an essay. */
export function essayAddress(slug: string): `/${string}/` {
  return `/essays/${slug}/`;
}

/** The page with all comments on an essay, which has one only where its own page cannot hold them. */
export function commentsAddress(slug: string): `/${string}/` {
  return `/essays/${slug}/comments/`;
}

/** A fragment of a page. The id is percent-encoded so that any letter may stand in it. */
export function fragmentAddress(page: string, id: string): string {
  return `${page}#${encodeURIComponent(id)}`;
}

/**
 * The absolute form, for what must be absolute: canonical links, feeds, sitemap.
 * @param base the site's `url`, with a trailing slash; its path is kept
 */
export function absoluteAddress(address: string, base: string): string {
  return new URL(address.replace(/^\//, ''), base).href;
}
