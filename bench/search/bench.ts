import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { siteFolder } from '../../src/paths.ts';
import { searchFiles } from '../../src/search/build/search-files.ts';
import { type SearchRecord, searchRecords } from '../../src/search/build/search-record.ts';
import { startChromium } from '../../tests/browser/chromium.ts';
import { compileText } from '../compile-text.ts';
import { measureInBrowser } from './in-browser.ts';
import { judgedLanguages, languageSite } from './languages.ts';
import { generatedEssays, generatedWord, recordOptions } from './large-library.ts';
import { bytesOf, recordsOfPages } from './record-sizes.ts';
import { judge, judgedQueries } from './relevance.ts';
import { searchInNode } from './site-in-node.ts';
import { slow4g } from './slow-server.ts';
import { updateDelay } from './update-delay.ts';
import { wholePage } from './whole-page.ts';

/** Measures the search of `dist/`: `npm run build && npm run bench:search`. */
const essay = 'essays/why-does-web3-ai-lose/';
const queries = judgedQueries();
const kinds = [...new Set(queries.map((one) => one.kind))];
const search = await searchInNode(siteFolder);
const sectionsFor = async (text: string) => (await search(text)).results.map((one) => one.section);
const pagefindAlone = await wholePage(siteFolder, `${essay}index.html`);

console.log(`\nRelevance (${queries.length} judged queries): first result right, mean reciprocal rank\n`);
row('', 'this search', '', 'Pagefind alone', '');
for (const kind of ['all', ...kinds]) {
  const judged = queries.filter((one) => kind === 'all' || one.kind === kind);
  const [one, other] = [await judge(judged, sectionsFor), await judge(judged, pagefindAlone)];
  row(
    `${kind} (${judged.length})`,
    percent(one.hitRate),
    one.mrr.toFixed(3),
    percent(other.hitRate),
    other.mrr.toFixed(3),
  );
}

console.log('\nRelevance in other languages (texts and queries in tests/fixtures/languages)\n');
row('', 'first right', 'reciprocal', 'queries', '');
for (const tag of judgedLanguages()) {
  const { hitRate, mrr, queries } = await (await languageSite(tag)).score();
  row(tag, percent(hitRate), mrr.toFixed(3), String(queries), '');
}

console.log(
  '\nBytes and time from opening to the first result (slow 4G, cold), and per keystroke when warm\n',
);
row('essays', 'bytes', 'first result', 'keystroke, median', '');
const browser = await startChromium();
for (const count of [1, 1000]) {
  const folder = count === 1 ? siteFolder : await largeSite(count);
  const texts =
    count === 1
      ? ['infrastructure', 'decentralised models']
      : [generatedWord(900), `${generatedWord(40)} ${generatedWord(2000)}`];
  const coldQuery = count === 1 ? 'infrastructure' : generatedWord(900);
  const { bytes, firstResult, keystroke } = await measureInBrowser(
    browser,
    folder,
    essay,
    coldQuery,
    texts,
    slow4g,
  );
  row(
    String(count),
    bytes.toLocaleString('en-GB'),
    `${firstResult.toFixed(0)} ms`,
    `${keystroke.toFixed(1)} ms`,
    '',
  );
}
await browser.close();

console.log('\nOne record per section or per page: bytes of a cold search at 1,000 essays, medians\n');
row('', 'contents', 'chunks', 'record', 'with engine');
const essays = generatedEssays(1000);
const singleWords = [5, 40, 300, 900, 2000, 5000, 9000, 20000].map(generatedWord);
const pairs = singleWords.map((word, index) => `${word} ${generatedWord(700 * index + 120)}`);
for (const [name, files] of [
  [
    'section',
    await searchFiles(
      essays.flatMap(({ records }) => records),
      'en',
    ),
  ],
  ['page', await recordsOfPages(essays)],
] as const) {
  for (const [length, queries] of [
    ['one word', singleWords],
    ['two words', pairs],
  ] as const) {
    const { contents, chunks, record, all } = await bytesOf(files, queries);
    row(`${name}, ${length}`, ...[contents, chunks, record, all].map((one) => one.toLocaleString('en-GB')));
  }
}
console.log('\nTime from saving a file under `npm run dev` to the first answer that has the new text\n');
const delays = await updateDelay('content', 'essays/why-does-web3-ai-lose/index.mdx');
row('milliseconds per save', ...delays.map((time) => time.toFixed(0)));

/** The records of the essay on whose page the bench searches. */
async function ownRecords(): Promise<SearchRecord[]> {
  const path = join('content', essay, 'index.mdx');
  const { document } = await compileText(readFileSync(path, 'utf8'), { path });
  return searchRecords(document, `/${essay}`, recordOptions);
}

/** Copies the built site and replaces its index with one of many more essays. */
async function largeSite(count: number): Promise<string> {
  const folder = '.stet/bench-search';
  rmSync(folder, { recursive: true, force: true });
  cpSync(siteFolder, folder, { recursive: true, dereference: true }); // `dist` is a symbolic link
  rmSync(join(folder, 'pagefind'), { recursive: true });
  const records = [...(await ownRecords()), ...generatedEssays(count - 1).flatMap((essay) => essay.records)];
  for (const { path, content } of await searchFiles(records, 'en')) {
    const file = join(folder, 'pagefind', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  // the page requests the only chunk of a small index at once; a large index has many chunks
  const html = join(folder, essay, 'index.html');
  writeFileSync(html, readFileSync(html, 'utf8').replace(/(data-early="[^"]*?) index\/[^" ]+/, '$1'));
  return folder;
}

function row(...cells: string[]) {
  console.log(cells.map((cell, column) => (column === 0 ? cell.padEnd(30) : cell.padStart(14))).join(''));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
