import { close, createIndex } from 'pagefind';
import type { MadeFile } from '../../document/made-file.ts';
import type { ReplacedText } from './indexed-text.ts';
import type { SearchRecord } from './search-record.ts';
import { readFragment, shownFragment } from './shown-text.ts';
import { wordListFiles } from './word-list.ts';

/**
 * The files of the `pagefind` folder: an index of the records and the list of their words. One language's rules for
 * endings serve the whole site, so that every text can be found from every page. The same records in the same order
 * give the same bytes.
 * @param language BCP 47 tag
 */
export async function searchFiles(records: Iterable<SearchRecord>, language: string): Promise<MadeFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: indexLanguage(language) });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  try {
    const replacedByUrl = new Map<string, ReplacedText[]>();
    const words: string[][] = [];
    for (const record of records) {
      const { url, html, replaced } = record;
      words.push(record.words);
      if (replaced) replacedByUrl.set(url, replaced);
      const { errors } = await index.addHTMLFile({ url, content: html });
      if (errors.length > 0) throw new Error(`Pagefind refused ${url}: ${errors.join('; ')}`);
    }
    const { files } = await index.getFiles();
    const used = files.flatMap(({ path, content }) => {
      const name = publishedName(path);
      if (name === null) return [];
      if (!name.startsWith('fragment/') || replacedByUrl.size === 0) return [{ path: name, content }];
      const fragment = readFragment(content);
      const replaced = replacedByUrl.get(fragment.url);
      return [{ path: name, content: replaced ? shownFragment(fragment, replaced) : content }];
    });
    return [...used, ...wordListFiles(words)].sort((a, b) => (a.path < b.path ? -1 : 1));
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

/** Languages whose rules for endings Pagefind 1.6 has, by main subtag. */
const stemmedLanguages = new Set(
  'ar ca da de el en es et eu fi fr ga hi hu hy id it lt nb ne nl no pl pt ro ru sr sv ta tr yi'.split(' '),
);

/** The language whose rules for endings serve a site: its own, or English where Pagefind has none for it. */
export function indexLanguage(language: string): string {
  const main = new Intl.Locale(language).language;
  return stemmedLanguages.has(main) ? main : 'en';
}
