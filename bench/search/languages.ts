import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Answer } from '../../src/search/browser/full-text-search.ts';
import { withoutSignature } from '../../src/search/browser/unpack.ts';
import { searchFiles } from '../../src/search/build/search-files.ts';
import { searchRecords } from '../../src/search/build/search-record.ts';
import { compileText } from '../compile-text.ts';
import { judge, type Score } from './relevance.ts';
import { searchWith } from './site-in-node.ts';

/** Where the texts and queries of each language are. */
export const languagesFolder = 'tests/fixtures/languages';

const file = z.object({
  sections: z.record(z.string(), z.object({ title: z.string(), text: z.string() })),
  queries: z.record(z.string(), z.string()),
});

/** The languages that have a file, as tags. */
export function judgedLanguages(folder = languagesFolder): string[] {
  return readdirSync(folder)
    .map((name) => name.replace(/\.yaml$/, ''))
    .sort();
}

/** The text of one language as an essay of its own site, with its judged queries. */
export async function languageSite(
  tag: string,
  siteLanguage = tag,
): Promise<{ search: (text: string) => Promise<Answer>; score: () => Promise<Score>; bytes: number }> {
  const { sections, queries } = file.parse(parse(readFileSync(join(languagesFolder, `${tag}.yaml`), 'utf8')));
  const text = Object.values(sections)
    .map(({ title, text }) => `## ${title}\n\n${text}\n`)
    .join('\n');
  const { document } = await compileText(text, { slug: tag, language: tag });
  const options = { language: siteLanguage, introduction: 'Introduction' };
  const files = await searchFiles(searchRecords(document, `/essays/${tag}/`, options), siteLanguage);
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  const search = await searchWith(async (path) =>
    withoutSignature(new Uint8Array(gunzipSync(byPath.get(path) ?? new Uint8Array()))),
  );
  const right = (letter: string) => {
    const title = sections[letter]?.title;
    if (title === undefined) throw new Error(`${tag}: there is no section ${letter}`);
    return title;
  };
  const judged = Object.entries(queries).map(([query, letter]) => ({
    kind: tag,
    query,
    right: [right(letter)],
  }));
  return {
    search,
    score: () => judge(judged, async (query) => (await search(query)).results.map(({ title }) => title)),
    bytes: files.reduce((sum, { content }) => sum + content.length, 0),
  };
}
