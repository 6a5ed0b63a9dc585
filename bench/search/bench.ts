import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close } from 'pagefind';
import { siteFolder } from '../../src/paths.ts';
import { openSite } from '../../src/publish/built-site.ts';
import { indexFiles } from '../../src/search/build/search-index.ts';
import { startChromium } from '../../tests/browser/chromium.ts';
import { freshness } from './freshness.ts';
import { measure } from './in-browser.ts';
import { madeUpPages, madeUpWord } from './large-library.ts';
import { bytesOf, recordsOfPages } from './record-sizes.ts';
import { judge, judgedQueries } from './relevance.ts';
import { searchInNode } from './site-in-node.ts';
import { slow4g } from './slow-server.ts';
import { wholePage } from './whole-page.ts';

/** Measures the search of `dist/`: `npm run build && npm run bench:search`. Nothing here passes or fails. */
const essay = 'essays/why-does-web3-ai-lose/';
const queries = judgedQueries();
const kinds = [...new Set(queries.map((one) => one.kind))];
const search = await searchInNode(siteFolder);
const ours = async (text: string) => (await search(text)).results.map((one) => one.section);
const stock = await wholePage(siteFolder, `${essay}index.html`);

console.log(`\nRelevance (${queries.length} judged queries): first answer right, mean reciprocal rank\n`);
row('', 'this search', '', 'whole page with sub-results', '');
for (const kind of ['all', ...kinds]) {
  const judged = queries.filter((one) => kind === 'all' || one.kind === kind);
  const [one, other] = [await judge(judged, ours), await judge(judged, stock)];
  row(
    `${kind} (${judged.length})`,
    percent(one.hit),
    one.mrr.toFixed(3),
    percent(other.hit),
    other.mrr.toFixed(3),
  );
}

console.log('\nBytes and time from opening to the first result (slow 4G, cold), and per key when warm\n');
row('essays', 'bytes', 'first result', 'key, median', '');
const browser = await startChromium();
for (const count of [1, 1000]) {
  const folder = count === 1 ? siteFolder : await largeSite(count);
  const texts =
    count === 1
      ? ['infrastructure', 'decentralised models']
      : [madeUpWord(900), `${madeUpWord(40)} ${madeUpWord(2000)}`];
  const cold = count === 1 ? 'infrastructure' : madeUpWord(900);
  const { bytes, first, key } = await measure(browser, folder, essay, cold, texts, slow4g);
  row(String(count), bytes.toLocaleString('en-GB'), `${first.toFixed(0)} ms`, `${key.toFixed(1)} ms`, '');
}
await browser.close();

console.log('\nOne record a section or one a page: bytes of a cold search at 1,000 essays, medians\n');
row('', 'contents', 'of words', 'record', 'with engine');
const pages = [...openSite(siteFolder).pages, ...madeUpPages(999)];
const alone = [5, 40, 300, 900, 2000, 5000, 9000, 20000].map(madeUpWord);
const pairs = alone.map((word, place) => `${word} ${madeUpWord(700 * place + 120)}`);
for (const [name, files] of [
  ['section', await indexFiles(pages)],
  ['page', await recordsOfPages(pages.filter(({ path }) => path.startsWith('essays/')))],
] as const) {
  for (const [asked, queries] of [
    ['one word', alone],
    ['two words', pairs],
  ] as const) {
    const { contents, words, record, all } = await bytesOf(files, queries);
    row(`${name}, ${asked}`, ...[contents, words, record, all].map((one) => one.toLocaleString('en-GB')));
  }
}
await close();

console.log('\nFrom saving a file under `npm run dev` to the first answer that knows it\n');
const fresh = await freshness('content', 'essays/why-does-web3-ai-lose/index.mdx');
row('milliseconds, one a saving', ...fresh.map((time) => time.toFixed(0)));

/** The built site with the index of many more essays than it shows. */
async function largeSite(count: number): Promise<string> {
  const folder = '.stet/bench-search';
  rmSync(folder, { recursive: true, force: true });
  cpSync(siteFolder, folder, { recursive: true, dereference: true }); // the site's own folder is a link
  rmSync(join(folder, 'pagefind'), { recursive: true });
  const pages = [...openSite(siteFolder).pages, ...madeUpPages(count - 1)];
  for (const { path, content } of await indexFiles(pages)) {
    const file = join(folder, 'pagefind', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  // the page asks at once for what its build knew to be needed; a large library's words are in many files
  const html = join(folder, essay, 'index.html');
  writeFileSync(html, readFileSync(html, 'utf8').replace(/(data-early="[^"]*?) index\/[^" ]+/, '$1'));
  return folder;
}

function row(...cells: string[]) {
  console.log(cells.map((cell, place) => (place === 0 ? cell.padEnd(30) : cell.padStart(14))).join(''));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
