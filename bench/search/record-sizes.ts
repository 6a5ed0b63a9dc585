import { gunzipSync } from 'node:zlib';
import { toHtml } from 'hast-util-to-html';
import { createIndex } from 'pagefind';
import type { BuiltPage, MadeFile } from '../../src/publish/built-site.ts';
import { answers } from '../../src/search/browser/answer.ts';
import { WordList } from '../../src/search/browser/corrections.ts';
import { PagefindIndex } from '../../src/search/browser/pagefind.ts';
import { unsigned } from '../../src/search/browser/unpack.ts';
import { withNumberedFragments } from '../../src/search/build/fragment-names.ts';
import { publishedName } from '../../src/search/build/search-index.ts';

/** What a cold search fetches of an index, in bytes: medians over the queries. */
export interface IndexBytes {
  contents: number;
  /** Parts of the index for the words of the query. */
  words: number;
  /** The first result's record. */
  record: number;
  /** All of these, with the engine. */
  all: number;
}

/** An index with one record for each page, as Pagefind makes it, under the names of ours. */
export async function recordsOfPages(pages: readonly BuiltPage[]): Promise<MadeFile[]> {
  const { index } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error('Pagefind made no index');
  for (const page of pages) await index.addHTMLFile({ url: page.address, content: toHtml(page.tree) });
  const { files } = await index.getFiles();
  await index.deleteIndex();
  return withNumberedFragments(
    files.flatMap(({ path, content }) => {
      const name = publishedName(path);
      return name ? [{ path: name, content }] : [];
    }),
  );
}

/** @param queries each asked of a fresh copy of the index */
export async function bytesOf(files: readonly MadeFile[], queries: readonly string[]): Promise<IndexBytes> {
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  const sums: IndexBytes[] = [];
  for (const text of queries) {
    const sum: IndexBytes = { contents: 0, words: 0, record: 0, all: 0 };
    const load = async (path: string) => {
      const content = byPath.get(path);
      if (!content) throw new Error(path);
      if (path.startsWith('contents')) sum.contents += content.length;
      if (path.startsWith('index')) sum.words += content.length;
      if (path.startsWith('fragment')) sum.record += content.length;
      sum.all += content.length;
      return unsigned(new Uint8Array(gunzipSync(content)));
    };
    const engine = Uint8Array.from(await load('engine.pagefind'));
    const index = await PagefindIndex.open(engine, await load('contents.pf_meta'), load);
    const sources = { index, words: new WordList(load), filters: {} };
    await answers({ text, literal: true, filters: {} }, sources, load).next(); // the first result
    sums.push(sum);
  }
  const median = (of: (one: IndexBytes) => number) =>
    sums.map(of).sort((a, b) => a - b)[Math.floor(sums.length / 2)] ?? 0;
  return {
    contents: median((one) => one.contents),
    words: median((one) => one.words),
    record: median((one) => one.record),
    all: median((one) => one.all),
  };
}
