import type { Cache } from '../cache/cache.ts';
import { cachedFiles } from '../cache/cached-files.ts';
import { cachedJson } from '../cache/cached-json.ts';
import { codeVersion, keyOf } from '../cache/key.ts';
import { essayAddress } from '../document/address.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import type { IndexLetter } from '../document/index-of-terms.ts';
import type { MadeFile } from '../document/made-file.ts';
import { root } from '../paths.ts';
import { commentRecords } from '../search/build/comment-records.ts';
import { indexOfTerms } from '../search/build/index-of-terms.ts';
import { type TermInEssay, termsOf } from '../search/build/index-terms.ts';
import { searchFiles } from '../search/build/search-files.ts';
import { type SearchRecord, searchRecords } from '../search/build/search-record.ts';
import type { CompiledText } from './text-compiler.ts';

/** What the search and the index of terms are made of, beside the essays. */
export interface SearchOptions {
  cache: Cache;
  /** BCP 47 tag whose rules for endings the index uses. */
  language: string;
  /** The title of a section without a heading. */
  introduction: string;
  /** What a comment is called in a list of results; null where comments are not searched. */
  commentTitle: ((name: string) => string) | null;
}

/** Sources that decide what is found, and how the cache keeps it. */
const searchCode = ['src/search/build', 'src/document', 'src/library/site-search.ts', 'package-lock.json'];

/** Makes the search of a library, and takes what did not change since the last build from the cache. */
export function siteSearch(options: SearchOptions) {
  const { cache, language, introduction, commentTitle } = options;
  const comments = commentTitle === null ? '' : commentTitle('');
  const version = keyOf(codeVersion(root, searchCode), language, introduction, comments);

  function recordsOf(essay: CompiledText<Frontmatter>): SearchRecord[] {
    const { slug, metadata } = essay;
    return cached('search-records', essay, () => [
      ...searchRecords({ ...essay, body: essay.body() }, essayAddress(slug), { language, introduction }),
      ...(commentTitle === null
        ? []
        : commentRecords({ slug, title: metadata.title }, essay.comments(), {
            language,
            title: commentTitle,
          })),
    ]);
  }

  function termsIn(essay: CompiledText<Frontmatter>): TermInEssay[] {
    const terms =
      known.get(essay.key) ?? cached('terms', essay, () => termsOf({ ...essay, body: essay.body() }));
    known.set(essay.key, terms);
    return terms;
  }

  const known = new Map<string, TermInEssay[]>(); // the writing server asks after every save

  function cached<Value>(kind: string, essay: CompiledText<Frontmatter>, make: () => Value): Value {
    return cachedJson(cache, kind, keyOf(version, essay.key), make);
  }

  return {
    /** The files of the `pagefind` folder. @param essays the published ones */
    async files(essays: readonly CompiledText<Frontmatter>[]): Promise<MadeFile[]> {
      const sorted = essays.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
      const key = keyOf(version, ...sorted.map((essay) => essay.key));
      const kept = cachedFiles(cache, 'search');
      const files = await kept.files(key, () => searchFiles(sorted.values().flatMap(recordsOf), language));
      kept.close();
      for (const essay of sorted) cache.keep('search-records', keyOf(version, essay.key));
      return files;
    },
    /** The index of terms. @param essays in the order in which a term lists them */
    terms(essays: readonly CompiledText<Frontmatter>[]): IndexLetter[] {
      return indexOfTerms(
        essays.map((essay) => ({
          slug: essay.slug,
          title: essay.metadata.title,
          language: essay.metadata.language,
          terms: termsIn(essay),
        })),
      );
    },
  };
}
