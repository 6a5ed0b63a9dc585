import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, inject, it } from 'vitest';
import { judge, judgedQueries } from '../../bench/search/relevance.ts';
import { searchInNode } from '../../bench/search/site-in-node.ts';
import { parseSite } from './parsed-site.ts';

const folder = inject('site');
const site = parseSite(folder);
const search = await searchInNode(folder);
const sections = async (text: string) => (await search(text)).results.map((one) => one.section);

describe('relevance, by the judged queries of tests/fixtures/site/relevance.yaml', () => {
  const queries = judgedQueries('tests/fixtures/site/relevance.yaml');

  it('80 queries or more, of every kind', () => {
    expect(queries.length).toBeGreaterThanOrEqual(80);
  });

  it('the right section first in 95 of 100, mean reciprocal rank 0.97', async () => {
    const { hitRate, mrr, failed } = await judge(queries, sections);
    expect(hitRate, JSON.stringify(failed)).toBeGreaterThanOrEqual(0.95);
    expect(mrr, JSON.stringify(failed)).toBeGreaterThanOrEqual(0.97);
  });

  it('9 of 10 misspellings, and nothing for nonsense', async () => {
    const of = (kind: string) =>
      judge(
        queries.filter((one) => one.kind === kind),
        sections,
      );
    expect((await of('misspellings')).hitRate).toBeGreaterThanOrEqual(0.9);
    expect((await of('nonsense')).hitRate).toBe(1);
  });
});

describe('what an answer contains', () => {
  it('names the word that a section lacks', async () => {
    const { completeCount, results } = await search('clockwork Skerryvore');
    expect(completeCount).toBe(0);
    expect(results[0]?.missing).toHaveLength(1);
  });

  it('says what it read a misspelling as, and which words no text has', async () => {
    expect((await search('flatering legand')).corrected).toBe('flattering legend');
    expect((await search('Smeaton qwertyuiop')).unknown).toEqual(['qwertyuiop']);
  });

  it('an unknown word is never its longest known beginning', async () => {
    expect((await search('towerquux')).results).toEqual([]);
    expect((await search('keeperology')).results).toEqual([]);
  });

  it('an introduction is a section, and a note is part of the section that calls it', async () => {
    expect((await search('timetable')).results[0]).toMatchObject({ section: '', title: 'Introduction' });
    expect((await search('Morse')).results[0]).toMatchObject({
      section: 'a-last-watch',
      passage: 'fn-racon',
    });
  });

  it('a phrase in quotation marks must be adjacent', async () => {
    expect(await sections('"borrowed lamp"')).toEqual(['the-four-duties-of-a-station']);
    expect(await sections('"lamp borrowed"')).toEqual([]);
  });

  it('an excerpt is text that is on the page, without the numbers of notes', async () => {
    const page = site.pages.find((one) => one.path === 'essays/why-lighthouses-go-dark/index.html');
    const text = textOf(selectAll('.prose', page?.tree)[0] ?? { type: 'root', children: [] }).replaceAll(
      /\s+/g,
      ' ',
    );
    const [first] = (await search('re-lamping')).results;
    const excerpt = first?.segments.map(({ text }) => text).join('') ?? '';
    expect(excerpt).toContain('automatic identification system (AIS), satellite receivers');
    expect(text).toContain('electric lamps, remote re-lamping');
  });
});

describe('the files of the search', () => {
  const files = readdirSync(join(folder, 'pagefind'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.\w+$/.test(path));

  it('are only those that are used', () => {
    const kinds = new Set(
      files.map((path) => path.replace(/[\w.-]+\.(pf_(?:fragment|index|filter))$/, '*.$1')),
    );
    expect([...kinds].sort()).toEqual([
      'contents.pf_meta',
      'engine.pagefind',
      'filter/*.pf_filter',
      'fragment/*.pf_fragment',
      'index/*.pf_index',
      'words/contents.pf_words',
      'words/head-0.pf_words',
    ]);
  });

  it('bytes from opening to the first result, cold, brotli: 85,000', () => {
    const wire = (path: string) => {
      const bytes = readFileSync(join(folder, path));
      return /\.js$/.test(path) ? brotliCompressSync(bytes).length : bytes.length;
    };
    const scripts = site.files.filter((path) => /_astro\/(?:search-session|worker).*\.js$/.test(path));
    expect(scripts).toHaveLength(2); // what opens it is in the page's own script
    const fragments = files
      .filter((path) => path.startsWith('fragment/'))
      .map((path) => wire(`pagefind/${path}`));
    const first = fragments.sort((a, b) => b - a).slice(0, 1); // the first result is shown before the rest; here the largest there is
    const needed = files.filter((path) => /^(?:engine|contents|index)/.test(path));
    const all = [...scripts, ...needed.map((path) => `pagefind/${path}`)].map(wire).concat(first);
    expect(
      all.reduce((sum, one) => sum + one, 0),
      all.join(' + '),
    ).toBeLessThanOrEqual(85_000);
  });
});

describe('the index of terms', () => {
  const page = site.pages.find((one) => one.path === 'search/index.html');
  const entries = selectAll('.index-of-terms li', page?.tree);
  const entry = (term: string) =>
    entries
      .filter((one) => textOf(selectAll('b', one)[0] ?? one) === term)
      .flatMap((one) => selectAll('a', one));

  it('has the names of the essay, in order, each with its sections', () => {
    for (const name of [
      'AIS',
      'Skerryvore',
      'IALA',
      'Trinity House',
      'Smeaton, John',
      'A Short Bright Flash',
    ])
      expect(entry(name).length, name).toBeGreaterThan(0);
    expect(entry('Skerryvore').map(textOf)).toEqual(['Lights gather into a few hands']);
    const letters = selectAll('.index-of-terms h2', page?.tree).map(textOf);
    expect(letters).toEqual([...letters].sort());
  });

  it('holds to what the author adds and omits, and leaves no trace of that on the essay', () => {
    expect(entry('sea-mark').length).toBeGreaterThan(0);
    expect(entry('John Smeaton')).toEqual([]);
    const essay = site.pages.find((one) => one.path === 'essays/why-lighthouses-go-dark/index.html');
    expect(selectAll('[data-essay]', essay?.tree)).toEqual([]);
  });

  it('a browser’s search bar gets the address of the search', () => {
    const xml = readFileSync(join(folder, 'opensearch.xml'), 'utf8');
    expect(xml).toContain('<Url type="text/html" template="https://fixture.example/search/?q={searchTerms}"');
    expect(selectAll('link[rel=search]', page?.tree)).toHaveLength(1);
  });
});
