import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { unified } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { openCache } from '../cache/cache.ts';
import { parsedJson } from '../cache/cached-json.ts';
import { cacheFolder, siteDataFile } from '../paths.ts';
import { readSiteData, type StoredText } from './site-data.ts';

/** Milliseconds that the writing server may take to compile a text that was just saved. */
const patience = 10_000;

/**
 * Astro's own way to MDX, with the body of the compiled document instead of a second compile: a text with
 * components of its author is parsed once, like every other, and only made into a module here.
 */
export function documentProcessor() {
  const base = unified({ rehypePlugins: [compiledBody], gfm: false, smartypants: false });
  return {
    ...base,
    async createMdxRenderer(...settings: Parameters<NonNullable<typeof base.createMdxRenderer>>) {
      const renderer = await base.createMdxRenderer?.(...settings);
      if (!renderer) throw new Error('This version of @astrojs/markdown-remark renders no MDX.');
      return {
        process: async (content: string, path: string, frontmatter: Record<string, unknown>) =>
          renderer.process((await textAt(path)) ? '' : content, path, frontmatter),
      };
    },
  };
}

/** Puts the finished body into the tree, and gives Astro the pictures that it shows. */
function compiledBody() {
  return async (tree: Root, file: VFile) => {
    const text = await textAt(file.path);
    if (!text) return;
    const body = openCache(cacheFolder).getKept('body', text.key);
    tree.children = parsedJson(body).children;
    file.data.astro = { ...file.data.astro, localImagePaths: text.pictures, remoteImagePaths: [] };
  };
}

/** The compiled text of a file as it is now; undefined for a file that is no text of the site. */
async function textAt(path: string): Promise<StoredText<unknown> | undefined> {
  const find = () => {
    const { essays, pages, translations } = readSiteData(siteDataFile);
    return [...essays, ...pages, ...translations].find((one) => one.path === path);
  };
  const source = createHash('sha256').update(readFileSync(path)).digest('hex');
  for (let waited = 0; waited < patience; waited += 20) {
    const text = find();
    if (!text || text.source === source) return text;
    await pause(20);
  }
  return find();
}
