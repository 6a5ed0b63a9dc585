import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import { PagefindIndex } from '../../src/search/browser/pagefind-index.ts';
import { withoutSignature } from '../../src/search/browser/unpack.ts';

/**
 * Opens a search as Pagefind does it by default: one record for the page, all words of a query at once, and the
 * headings as sub-results in page order.
 * @param folder a built site
 * @param path path of a page in the folder
 * @returns a function that returns the ids of the matching sections
 */
export async function wholePage(folder: string, path: string): Promise<(text: string) => Promise<string[]>> {
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind returned no index');
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
    return withoutSignature(new Uint8Array(gunzipSync(file.content)));
  };
  const meta = files.find((file) => file.path.endsWith('.pf_meta'))?.path ?? '';
  const pagefind = await PagefindIndex.open(await load('wasm.en.pagefind'), await load(meta), load);
  const fragment = files.find((file) => file.path.startsWith('fragment/'))?.path ?? '';
  const { anchors } = JSON.parse(new TextDecoder().decode(await load(fragment)));
  const headings: { id: string; location: number }[] = anchors.filter((one: { element: string }) =>
    /^h[2-6]$/.test(one.element),
  );
  return async (text) => {
    const { hits } = await pagefind.find(
      text
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s]/gu, '')
        .trim(),
    );
    const locations = hits
      .flatMap((hit) => hit.positions.map(({ location }) => location))
      .sort((a, b) => a - b);
    const sections = locations.map(
      (match) => headings.filter(({ location }) => location <= match).at(-1)?.id ?? '',
    );
    return [...new Set(sections)];
  };
}
