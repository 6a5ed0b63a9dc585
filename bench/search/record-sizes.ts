import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import type { MadeFile } from '../../src/document/made-file.ts';
import { openFullTextSearch } from '../../src/search/browser/full-text-search.ts';
import { withoutSignature } from '../../src/search/browser/unpack.ts';
import { publishedName } from '../../src/search/build/search-files.ts';
import type { GeneratedEssay } from './large-library.ts';

/** The bytes that a cold search fetches of an index: medians of the queries. */
export interface IndexBytes {
  contents: number;
  /** The chunks of the index that have the words of the query. */
  chunks: number;
  /** The record of the first result. */
  record: number;
  /** All of these, and the engine. */
  all: number;
}

/** Makes an index with one record for each page, as Pagefind does, with the published file names. */
export async function recordsOfPages(essays: readonly GeneratedEssay[]): Promise<MadeFile[]> {
  const { index } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error('Pagefind returned no index');
  for (const { address, html } of essays) await index.addHTMLFile({ url: address, content: html });
  const { files } = await index.getFiles();
  await index.deleteIndex();
  return files.flatMap(({ path, content }) => {
    const name = publishedName(path);
    return name ? [{ path: name, content }] : [];
  });
}

/** @param queries each is answered by a newly opened index */
export async function bytesOf(files: readonly MadeFile[], queries: readonly string[]): Promise<IndexBytes> {
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  const measured: IndexBytes[] = [];
  for (const text of queries) {
    const bytes: IndexBytes = { contents: 0, chunks: 0, record: 0, all: 0 };
    const load = async (path: string) => {
      const content = byPath.get(path);
      if (!content) throw new Error(path);
      if (path.startsWith('contents')) bytes.contents += content.length;
      if (path.startsWith('index')) bytes.chunks += content.length;
      if (path.startsWith('fragment')) bytes.record += content.length;
      bytes.all += content.length;
      return withoutSignature(new Uint8Array(gunzipSync(content)));
    };
    const search = await openFullTextSearch(load);
    await search({ text, literal: true, filters: {} }).next(); // the first result
    measured.push(bytes);
  }
  const median = (of: (one: IndexBytes) => number) =>
    measured.map(of).sort((a, b) => a - b)[Math.floor(measured.length / 2)] ?? 0;
  return {
    contents: median((one) => one.contents),
    chunks: median((one) => one.chunks),
    record: median((one) => one.record),
    all: median((one) => one.all),
  };
}
