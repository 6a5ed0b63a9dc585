import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Answer, answers } from '../../src/search/browser/answer.ts';
import { WordList } from '../../src/search/browser/corrections.ts';
import { type LoadFile, PagefindIndex } from '../../src/search/browser/pagefind.ts';
import { unsigned } from '../../src/search/browser/unpack.ts';

/** The site's own search, run on a built folder without a browser: the same code, files read from disk. */
export async function searchInNode(folder: string): Promise<(text: string) => Promise<Answer>> {
  return searchWith(async (path) => unsigned(gunzipSync(readFileSync(join(folder, 'pagefind', path)))));
}

/** The same, with the files of the `pagefind` folder from wherever they are. */
export async function searchWith(load: LoadFile): Promise<(text: string) => Promise<Answer>> {
  const index = await PagefindIndex.open(
    Uint8Array.from(await load('engine.pagefind')),
    await load('contents.pf_meta'),
    load,
  );
  const words = new WordList(load);
  return async (text) => {
    let last: Answer | undefined;
    for await (const answer of answers(
      { text, literal: false, filters: {} },
      { index, words, filters: {} },
      load,
    ))
      last = answer;
    if (!last) throw new Error('The search gave no answer');
    return last;
  };
}
