import { gunzipSync } from 'node:zlib';
import { fromHtml } from 'hast-util-from-html';
import { close } from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import type { BuiltPage } from '../../../../src/publish/built-site.ts';
import { openFullTextSearch } from '../../../../src/search/browser/full-text-search.ts';
import { withoutSignature } from '../../../../src/search/browser/unpack.ts';
import { bookIndex } from '../../../../src/search/build/index-of-terms.ts';
import { indexFiles } from '../../../../src/search/build/search-index.ts';

afterAll(async () => void (await close()));

/** An essay's page as Astro builds it, in little. */
function page(slug: string, facts: object, prose: string): BuiltPage {
  const html = `<html lang="en"><body><article data-essay><h1>Essay ${slug}</h1><div class="prose">${prose}</div></article>`;
  const tree = fromHtml(html);
  const path = `essays/${slug}/index.html`;
  const built = { path, address: `/essays/${slug}/`, tree };
  const article = JSON.stringify(facts);
  const walk = (node: typeof tree | (typeof tree)['children'][number]): void => {
    if (node.type === 'element' && node.tagName === 'article') node.properties['dataEssay'] = article;
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return built;
}

async function searchIn(pages: BuiltPage[]) {
  const files = new Map((await indexFiles(pages)).map(({ path, content }) => [path, content]));
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

const one = page(
  'one',
  { topics: ['birds'], keywords: { end: ['finale', 'coda'] } },
  `<p>We speak of a very large telescope (VLT) at length.</p>
   <h2 id="middle">The middle</h2><p>Here the VLT alone is named.</p>
   <h2 id="end">The end</h2><p>All things stop.<sup><a data-footnote-ref role="doc-noteref" href="#fn-1">1</a></sup></p>
   <aside aria-hidden="true"><p>stop stop stop</p></aside>`,
);
const two = page(
  'two',
  { topics: ['bees'] },
  '<h2 id="hive">A hive</h2><p>All bees stop at dusk; no telescope.</p>',
);

describe('the index', () => {
  it('finds an abbreviation by its long name, a section by its author’s keywords, and filters', async () => {
    const search = await searchIn([one, two]);
    expect(await search('"very large telescope"')).toEqual(['Essay one#']);
    expect((await search('very large telescope')).slice(0, 2)).toEqual(['Essay one#', 'Essay one#middle']);
    expect(await search('coda')).toEqual(['Essay one#end']);
    expect((await search('stop')).sort()).toEqual(['Essay one#end', 'Essay two#hive']);
    expect(await search('stop', { essay: 'Essay two' })).toEqual(['Essay two#hive']);
    expect(await search('stop', { topic: 'birds' })).toEqual(['Essay one#end']);
  });

  it('keywords for a section that is not there are told with the sections that are', () => {
    const wrong = page('three', { keywords: { ned: ['x'] } }, '<h2 id="end">End</h2><p>a</p>');
    const problems = bookIndex({ folder: '', pages: [wrong], files: [] });
    expect(problems.map(({ message }) => message)).toEqual([
      '`keywords` names the section `ned`, which is not there. The sections are: introduction, end.',
    ]);
  });
});
