/** The only place that knows what an address of this site looks like. All begin with a slash; those of pages end with one. */

/** The page of an essay. */
export function essayAddress(slug: string): `/${string}/` {
  return `/essays/${slug}/`;
}

/** The path in the site of the file that is shown at the address of a page. */
export function pagePath(address: `/${string}/`): string {
  return `${decodeURI(address.slice(1))}index.html`;
}

/** The page with all comments on an essay, which has one only where its own page cannot hold them. */
export function commentsAddress(slug: string): `/${string}/` {
  return `/essays/${slug}/comments/`;
}

/** The page that says how to cite an essay and its sections. */
export function citeAddress(slug: string): `/${string}/` {
  return `/essays/${slug}/cite/`;
}

/** What an essay is, as linked data (JSON-LD). */
export function dataAddress(slug: string): `/${string}` {
  return `/essays/${slug}/index.jsonld`;
}

/** The page with the versions of an essay. */
export function historyAddress(slug: string): `/${string}/` {
  return `/essays/${slug}/history/`;
}

/** Which sections of an essay were changed and when, for the reader's browser. */
export function sectionDaysAddress(slug: string): `/${string}` {
  return `/essays/${slug}/history/sections.json`;
}

/** The picture by which another site shows a link to an essay. */
export function cardAddress(slug: string, ending: 'png' | 'jpg'): `/${string}` {
  return `/cards/${slug}.${ending}`;
}

/** An essay as a book for e-readers (EPUB). */
export function bookAddress(slug: string): `/${string}` {
  return `/books/${slug}.epub`;
}

/** All essays as one such book. */
export const libraryBookAddress = '/essays.epub';

/** A page of the essays on a topic. @param number of the page, counted from 1 */
export function topicAddress(slug: string, number = 1): `/${string}/` {
  return numbered(`/topics/${encodeURIComponent(slug)}/`, number);
}

/** A page of the parts of a series. @param number of the page, counted from 1 */
export function seriesAddress(slug: string, number = 1): `/${string}/` {
  return numbered(`/series/${encodeURIComponent(slug)}/`, number);
}

/** A page of the essays of a year that the list of all cannot hold. @param number of the page, counted from 1 */
export function yearAddress(year: string, number = 1): `/${string}/` {
  return numbered(`/years/${year}/`, number);
}

function numbered(address: `/${string}/`, number: number): `/${string}/` {
  return number === 1 ? address : `${address}${number}/`;
}

/** A fragment of a page. The id is percent-encoded so that any letter may stand in it. */
export function fragmentAddress(page: string, id: string): string {
  return page + fragmentOf(id);
}

/** The fragment of an address that leads to an id. */
export function fragmentOf(id: string): string {
  return `#${withoutEnds(encodeURIComponent(id))}`;
}

/** An address without the signs at which programs end one that they find in a text. */
function withoutEnds(address: string): string {
  return address.replaceAll(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * The absolute form, for what must be absolute: canonical links, feeds, sitemap.
 * @param base the site's `url`, with a trailing slash; its path is kept
 */
export function absoluteAddress(address: string, base: string): string {
  return withoutEnds(new URL(address.replace(/^\//, ''), base).href);
}
