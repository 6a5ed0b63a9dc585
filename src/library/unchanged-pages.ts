import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Cache } from '../cache/cache.ts';
import { parsedJson } from '../cache/cached-json.ts';
import { codeVersion, keyOf } from '../cache/key.ts';
import { citeAddress, essayAddress, pagePath } from '../document/address.ts';
import type { Essay } from '../document/essay.ts';
import { contentFolder, root } from '../paths.ts';
import { site } from '../site.ts';
import { type EssayPage, essayPages } from './essay-pages.ts';
import type { SiteData, StoredText } from './site-data.ts';

/** What is known of the pages of essays before Astro starts. */
export interface KnownPages {
  /** Pages that Astro need not make: the key of each finished page in the cache (kind `page`), by its path in the site. */
  unchanged: ReadonlyMap<string, string>;
  /** The scripts, styles and fonts that those pages may name. */
  assets: string;
  /**
   * Keeps what is known of the pages of this build, for the next one.
   * @param assets those of this build
   * @param pages the key of each page in the cache, by path
   */
  keep(assets: string, pages: ReadonlyMap<string, string>): void;
}

/** What the cache keeps of the pages of a build. */
interface MadePages {
  assets: string;
  /** By path: what the page was made of, and its key in the cache. */
  pages: [path: string, parts: string, key: string][];
}

/** Whatever decides the pages of an essay beside the texts. */
const pageCode = ['src', 'astro.config.mjs', 'package-lock.json'];

/**
 * The pages of essays and of their citations, and which of them are as an earlier build made them. A page with pictures or
 * with an author's own components is made every time: Astro writes files for those. Any change of the code, of the settings,
 * or of a text with components makes every page anew.
 * @param data what the pages show, from which alone they are made
 * @param everyPage whether every page is to be made
 */
export function knownPages(data: SiteData, cache: Cache, everyPage: boolean): KnownPages {
  const version = versionOf(data);
  const parts = partsOf(data);
  const stored = everyPage ? null : cache.get('made-pages', version);
  const before: MadePages = stored ? parsedJson(stored) : { assets: '', pages: [] };
  const same = before.pages.filter(
    ([path, made, key]) => parts.get(path) === made && cache.keep('page', key),
  );
  return {
    unchanged: new Map(same.map(([path, , key]) => [path, key])),
    assets: before.assets,
    keep(assets, pages) {
      const made = [...parts].flatMap(([path, own]): MadePages['pages'] => {
        const key = pages.get(path);
        return key === undefined ? [] : [[path, own, key]];
      });
      const entry: MadePages = { assets, pages: made };
      cache.put('made-pages', version, Buffer.from(JSON.stringify(entry)));
    },
  };
}

/** The scripts, styles and fonts that Astro made in a folder: their names say what is in them. */
export function assetsIn(folder: string): string {
  const assets = join(folder, '_astro');
  const names = existsSync(assets) ? readdirSync(assets) : [];
  return names
    .filter((name) => /\.(?:js|css|woff2)$/.test(name))
    .sort()
    .join(' ');
}

function versionOf({ essays, pages, translations }: SiteData): string {
  const code = codeVersion(root, pageCode);
  // the list of published ids is written by the build itself, and no page is made of it
  const owners = readdirSync(contentFolder).filter(
    (name) => !/^(?:essays|pages|published\.json)$/.test(name),
  );
  const components = [...essays, ...pages, ...translations].filter(({ needsMdx }) => needsMdx);
  return keyOf(
    code,
    codeVersion(contentFolder, owners),
    JSON.stringify(site),
    ...components.map(({ key }) => key),
  );
}

/** A key of everything of which a page is made, by its path. */
function partsOf(data: SiteData): Map<string, string> {
  const { earlySearchFiles } = data;
  const keys = new Map<Essay, string>();
  const keyOfEssay = (essay: Essay | undefined) => {
    if (!essay) return '';
    const key = keys.get(essay) ?? keyOf(JSON.stringify(essay));
    keys.set(essay, key);
    return key;
  };
  const partsOfPage = ({ essay, newer, older, series, mentions, versions }: EssayPage, key: string) =>
    keyOf(
      key,
      ...[essay, newer, older].map(keyOfEssay),
      JSON.stringify([series && { ...series, essays: series.essays.map(keyOfEssay) }, mentions, versions]),
      JSON.stringify(earlySearchFiles),
    );
  const textOf = new Map<string, StoredText<Essay>>(data.essays.map((text) => [text.id, text]));
  return new Map(
    essayPages(data).flatMap((page): [string, string][] => {
      const { slug } = page.essay;
      const text = textOf.get(slug);
      if (!text || text.needsMdx) return [];
      const key = partsOfPage(page, text.key);
      const cite: [string, string] = [pagePath(citeAddress(slug)), key];
      return text.pictures.length > 0 ? [cite] : [[pagePath(essayAddress(slug)), key], cite];
    }),
  );
}
