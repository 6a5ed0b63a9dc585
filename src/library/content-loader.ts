import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { siteDataFile } from '../paths.ts';
import { readSiteData } from './site-data.ts';

/** The texts in the site data. */
type Kind = 'essays' | 'pages' | 'translations';

/**
 * Tells Astro of the compiled texts, so that it makes the sizes of their pictures and, where a text holds an
 * author's own components, asks for it as MDX. What pages show of a text is in the site data.
 */
export function compiledTexts(kind: Kind): Loader {
  return {
    name: 'stet-compiled-texts',
    async load(context) {
      fill(kind, context);
      context.watcher?.add(siteDataFile);
      context.watcher?.on('all', (_event, path) => {
        if (path === siteDataFile) fill(kind, context);
      });
    },
  };
}

function fill(kind: Kind, { store, config }: LoaderContext): void {
  const gone = new Set(store.keys());
  for (const { id, path, needsMdx, pictures } of readSiteData(siteDataFile)[kind]) {
    gone.delete(id);
    store.set({
      id,
      data: {},
      filePath: relative(fileURLToPath(config.root), path).replaceAll('\\', '/'),
      digest: JSON.stringify([path, needsMdx, pictures]),
      ...(needsMdx ? { deferredRender: true } : { assetImports: pictures }),
    });
  }
  for (const id of gone) store.delete(id);
}
