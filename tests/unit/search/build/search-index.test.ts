import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type CompiledHere, compileText } from '../../../../bench/compile-text.ts';
import { keywordProblems } from '../../../../src/library/keyword-problems.ts';
import { openFullTextSearch } from '../../../../src/search/browser/full-text-search.ts';
import { withoutSignature } from '../../../../src/search/browser/unpack.ts';
import { searchFiles } from '../../../../src/search/build/search-files.ts';
import { searchRecords } from '../../../../src/search/build/search-record.ts';

async function searchIn(essays: readonly CompiledHere[]) {
  const records = essays.flatMap(({ document }) =>
    searchRecords(document, `/essays/${document.slug}/`, { language: 'en', introduction: 'Introduction' }),
  );
  const files = new Map((await searchFiles(records, 'en')).map(({ path, content }) => [path, content]));
  const load = async (path: string) =>
    withoutSignature(new Uint8Array(gunzipSync(files.get(path) ?? new Uint8Array())));
  const search = await openFullTextSearch(load);
  return async (text: string, filters: Record<string, string> = {}) => {
    const found: string[] = [];
    for await (const answer of search({ text, literal: false, filters }))
      found.splice(0, found.length, ...answer.results.map((one) => `${one.essay}#${one.section}`));
    return found;
  };
}

const one = compileText(
  `We speak of a very large telescope (VLT) at length.

## The middle

Here the VLT alone is named.

## The end

All things stop.[^1]

<PullQuote>stop stop stop</PullQuote>

[^1]: A note.`,
  {
    path: 'essay.mdx',
    slug: 'one',
    topics: ['birds'],
    keywords: { 'the-end': ['finale', 'coda'] },
  },
);
const two = compileText('## A hive\n\nAll bees stop at dusk; no telescope.', {
  slug: 'two',
  topics: ['bees'],
});

describe('the index', () => {
  it('finds an abbreviation by its long name, a section by its author’s keywords, and filters', async () => {
    const search = await searchIn([await one, await two]);
    expect(await search('"very large telescope"')).toEqual(['Essay one#']);
    expect((await search('very large telescope')).slice(0, 2)).toEqual([
      'Essay one#',
      'Essay one#the-middle',
    ]);
    expect(await search('coda')).toEqual(['Essay one#the-end']);
    expect((await search('stop')).sort()).toEqual(['Essay one#the-end', 'Essay two#a-hive']);
    expect(await search('stop', { essay: 'Essay two' })).toEqual(['Essay two#a-hive']);
    expect(await search('stop', { topic: 'birds' })).toEqual(['Essay one#the-end']);
  });

  it('finds “note” in what is said of one, and not in the heading of the list of notes', async () => {
    const search = await searchIn([
      await compileText('## Oil\n\nThe clerk wrote a note.[^1]\n\n[^1]: On paper.', { slug: 'one' }),
      await compileText('## Wicks\n\nCotton.[^1]\n\n[^1]: From Egypt.', { slug: 'two' }),
    ]);
    for (const words of ['note', 'notes']) expect(await search(words)).toEqual(['Essay one#oil']);
  });

  it('has a formula once, and the note of a heading under the heading', async () => {
    const search = await searchIn([
      await compileText('## A law[^1]\n\nIt says $E = mc^2$.\n\n## End\n\nText.\n\n[^1]: Said in Bern.'),
    ]);
    expect(await search('Bern')).toEqual(['Essay essay#a-law']);
    expect(await search('"says E"')).toEqual(['Essay essay#a-law']);
    expect(await search('mc^2E')).toEqual([]);
  });

  it('reports keywords for a section that does not exist, with the sections that do', async () => {
    const { document } = await compileText('## End\n\na', { keywords: { ned: ['x'] } });
    expect(keywordProblems(document)).toMatchObject([
      {
        message:
          '`keywords` names the section `ned`, which does not exist. The sections are: introduction, end.',
      },
    ]);
  });
});
