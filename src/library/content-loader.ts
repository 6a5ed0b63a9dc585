import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { siteDataFile } from '../paths.ts';
import { readSiteData, type SiteData, type StoredText } from './site-data.ts';

/** What pages show beside texts, as entries of one collection. */
export type SiteFact = keyof Omit<SiteData, 'essays' | 'pages'>;

/** Gives Astro the facts about the whole site. */
export function siteFacts(): Loader {
  return {
    name: 'stet-site-facts',
    async load(context) {
      const fill = () => {
        const { essays, pages, ...facts } = readSiteData(siteDataFile);
        for (const [id, value] of Object.entries(facts)) context.store.set({ id, data: { value } });
      };
      fill();
      onChange(context, fill);
    },
  };
}

/**
 * Gives Astro the compiled texts as a collection. Astro parses none of them: it makes the sizes of their pictures
 * and, where a text holds an author's own components, asks for it as MDX.
 */
export function compiledTexts(kind: 'essays' | 'pages'): Loader {
  return {
    name: 'stet-compiled-texts',
    async load(context) {
      fill(kind, context);
      onChange(context, () => fill(kind, context));
    },
  };
}

/** Calls back when the data was written again, which only the writing server sees. */
function onChange({ watcher }: LoaderContext, task: () => void): void {
  watcher?.add(siteDataFile);
  watcher?.on('all', (_event, path) => {
    if (path === siteDataFile) task();
  });
}

function fill(kind: 'essays' | 'pages', { store, config }: LoaderContext): void {
  const texts: StoredText<object>[] = readSiteData(siteDataFile)[kind];
  const gone = new Set(store.keys());
  texts.forEach((text, order) => {
    const id = 'slug' in text.data ? String(text.data.slug) : 'name' in text.data ? String(text.data.name) : '';
    gone.delete(id);
    store.set({
      id,
      data: { ...text.data, order, key: text.key, hasPictures: text.pictures.length > 0 },
      filePath: relative(fileURLToPath(config.root), text.path).replaceAll('\\', '/'),
      digest: `${text.key} ${order}`,
      ...(text.needsMdx ? { deferredRender: true } : { assetImports: text.pictures }),
    });
  });
  for (const id of gone) store.delete(id);
}
