import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Answer, openFullTextSearch } from '../../src/search/browser/full-text-search.ts';
import type { LoadFile } from '../../src/search/browser/pagefind-index.ts';
import { withoutSignature } from '../../src/search/browser/unpack.ts';

/** Opens the search of a built folder without a browser: the same code, with files read from the disk. */
export async function searchInNode(folder: string): Promise<(text: string) => Promise<Answer>> {
  return searchWith(async (path) =>
    withoutSignature(gunzipSync(readFileSync(join(folder, 'pagefind', path)))),
  );
}

/**
 * Opens a search.
 * @param load loads the files of the `pagefind` folder
 * @returns a function that returns the last answer to a query
 */
export async function searchWith(load: LoadFile): Promise<(text: string) => Promise<Answer>> {
  const search = await openFullTextSearch(load);
  return async (text) => {
    let last: Answer | undefined;
    for await (const answer of search({ text, literal: false, filters: {} })) last = answer;
    if (!last) throw new Error('The search gave no answer');
    return last;
  };
}
