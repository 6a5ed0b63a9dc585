import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import { PagefindIndex } from '../../src/search/browser/pagefind.ts';
import { unsigned } from '../../src/search/browser/unpack.ts';

/**
 * What Pagefind finds by itself: the whole page as one record, all words of the query at once, and its headings
 * as sub-results, which come in the order of the page.
 * @param folder a built site
 * @param path of a page in it
 */
export async function wholePage(folder: string, path: string): Promise<(text: string) => Promise<string[]>> {
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind made no index');
  const content = readFileSync(join(folder, path), 'utf8').replace(
    'class="prose"',
    'class="prose" data-pagefind-body',
  );
  await index.addHTMLFile({ sourcePath: path, content });
  const { files } = await index.getFiles();
  await index.deleteIndex();
  const load = async (name: string) => {
    const file = files.find((one) => one.path === name);
    if (!file) throw new Error(name);
    return unsigned(new Uint8Array(gunzipSync(file.content)));
  };
  const meta = files.find((file) => file.path.endsWith('.pf_meta'))?.path ?? '';
  const found = await PagefindIndex.open(await load('wasm.en.pagefind'), await load(meta), load);
  const fragment = files.find((file) => file.path.startsWith('fragment/'))?.path ?? '';
  const { anchors } = JSON.parse(new TextDecoder().decode(await load(fragment)));
  const headings: { id: string; location: number }[] = anchors.filter((one: { element: string }) =>
    /^h[2-6]$/.test(one.element),
  );
  return async (text) => {
    const { hits } = await found.find(
      text
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s]/gu, '')
        .trim(),
    );
    const places = hits.flatMap((hit) => hit.places.map(({ location }) => location)).sort((a, b) => a - b);
    const sections = places.map(
      (place) => headings.filter(({ location }) => location <= place).at(-1)?.id ?? '',
    );
    return [...new Set(sections)];
  };
}
