import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { MadeFile } from '../../document/made-file.ts';
import type { SearchRecord } from './search-record.ts';
import { wordListFiles } from './word-list.ts';

/**
 * The files of the `pagefind` folder: an index of the records and the list of their words. One language's rules for
 * endings serve the whole site, so that every text can be found from every page. The same records in the same order
 * give the same bytes.
 * @param language BCP 47 tag
 */
export async function searchFiles(records: Iterable<SearchRecord>, language: string): Promise<MadeFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  try {
    for (const { url, html } of records) {
      const { errors } = await index.addHTMLFile({ url, content: html });
      if (errors.length > 0) throw new Error(`Pagefind refused ${url}: ${errors.join('; ')}`);
    }
    const { files } = await index.getFiles();
    const used = files.flatMap(({ path, content }) => {
      const name = publishedName(path);
      return name ? [{ path: name, content }] : [];
    });
    const texts = used.filter(({ path }) => path.startsWith('fragment/')).map(textOfFragment);
    return [...used, ...wordListFiles(texts)].sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await index.deleteIndex();
    await close();
  }
}

/** Paths of the files that the search of any word needs; the words of a small library are all in one of them. */
export function earlyFiles(paths: readonly string[]): string[] {
  const words = paths.filter((path) => path.startsWith('index/'));
  return ['engine.pagefind', 'contents.pf_meta', ...(words.length === 1 ? words : [])].sort();
}

/**
 * The name under which a file of Pagefind's is published, or null for one that this site does not use: its scripts
 * and interfaces, and rules for the endings of other languages. Two names are the same for every build, so that a
 * page can ask for them before it knows anything else.
 */
export function publishedName(path: string): string | null {
  if (/^(?:index|fragment|filter)\//.test(path)) return path;
  if (path.endsWith('.pf_meta')) return 'contents.pf_meta';
  const ending = /^wasm\.([\w-]+)\.pagefind$/.exec(path)?.[1];
  return ending !== undefined && ending !== 'unknown' ? 'engine.pagefind' : null;
}

/** @returns the title and text that Pagefind stores of a section */
function textOfFragment({ content }: MadeFile): string {
  const { content: text } = JSON.parse(gunzipSync(content).subarray(signature.length).toString('utf8'));
  return String(text);
}

/** Pagefind begins each of its files with this, compressed together with the rest. */
const signature = 'pagefind_dcd';
