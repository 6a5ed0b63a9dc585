import { type CollectionEntry, getCollection, getEntry, render } from 'astro:content';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { openCache } from '../cache/cache.ts';
import type { Essay } from '../document/essay.ts';
import { cacheFolder } from '../paths.ts';
import type { SiteFact } from './content-loader.ts';
import type { SiteData, SitePage } from './site-data.ts';

/** All essays, newest first. Drafts are among them only while writing (`npm run dev`). */
export async function essays(): Promise<Essay[]> {
  return (await getCollection('essays')).map(({ data }) => data).sort(byOrder);
}

/** The pages in `content/pages`, by name. */
export async function sitePages(): Promise<SitePage[]> {
  return (await getCollection('pages')).map(({ data }) => data).sort(byOrder);
}

/** The text of an essay or a page, as a component. */
export async function textOf(collection: 'essays' | 'pages', id: string): Promise<AstroComponentFactory> {
  const entry = await getEntry(collection, id);
  if (!entry) throw new Error(`There is no text \`${id}\` among the ${collection}.`);
  const { Content } = await render(entry.deferredRender ? entry : withHtml(entry));
  return Content;
}

/** Addresses at which essays were published and where none is today. */
export async function formerAddresses(): Promise<SiteData['formerAddresses']> {
  return (await fact('formerAddresses')) ?? [];
}

/** The terms of all essays, A to Z. */
export async function indexOfTerms(): Promise<SiteData['indexOfTerms']> {
  return (await fact('indexOfTerms')) ?? [];
}

/** Files of the search that are worth asking for as soon as a reader opens it. */
export async function earlySearchFiles(): Promise<SiteData['earlySearchFiles']> {
  return (await fact('earlySearchFiles')) ?? [];
}

async function fact<Name extends SiteFact>(name: Name): Promise<SiteData[Name] | undefined> {
  const entry = await getEntry('facts', name);
  return entry?.data.value as SiteData[Name] | undefined;
}

/** The HTML is read when its page is made: all of it in Astro's own store would fill the memory. */
function withHtml<Entry extends CollectionEntry<'essays'> | CollectionEntry<'pages'>>(entry: Entry): Entry {
  const { key, hasPictures } = entry.data;
  const html = openCache(cacheFolder).get('html', key);
  if (html === null) throw new Error(`The HTML of \`${entry.id}\` is not in the cache. Build again.`);
  const imagePaths = hasPictures ? ['these are found in the HTML'] : [];
  return {
    ...entry,
    rendered: { html: Buffer.from(html).toString('utf8'), metadata: { imagePaths } },
  };
}

function byOrder(a: { order: number }, b: { order: number }): number {
  return a.order - b.order;
}
