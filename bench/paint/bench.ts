import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { essaysFolder, root, siteFolder } from '../../src/paths.ts';
import { startChromium } from '../../tests/browser/chromium.ts';
import { type Simulated, startLighthouse } from './lighthouse.ts';
import { measurePaint, type Paint } from './measure.ts';
import { memoryServer } from './memory-server.ts';
import { starlightSite } from './starlight.ts';
import { type Row, tableOf } from './table.ts';

/**
 * When the pages of `dist/` are painted on a slow phone, beside the same essay in a site with Starlight's default theme,
 * in the same run: `npm run bench:paint -- <slug> [--starlight <folder>] [--lighthouse <folder>] [--runs 5] [--save]`.
 * The folders are outside of this repository; what is compared and what simulates is installed there. Without the first
 * our pages are measured alone, without the second nothing is simulated. `--save` keeps the results in
 * `bench/paint/results/`.
 */
const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const slug = process.argv[2] ?? 'why-does-web3-ai-lose';
const runs = Number(option('runs') ?? 5);
const starlight = option('starlight');
const lighthouse = option('lighthouse');

interface Journey {
  site: Row['site'];
  folder: string;
  /** Addresses that are opened one after the other. */
  paths: string[];
}

const essayPath = `essays/${slug}/`;
const journeys: Journey[] = [essayPath, '', 'search/'].map((path) => ({
  site: 'ours',
  folder: siteFolder,
  paths: [path, 'about/'],
}));
if (starlight) {
  const essay = ['mdx', 'md'].map((kind) => join(essaysFolder, slug, `index.${kind}`)).find(existsSync);
  if (!essay) throw new Error(`There is no essay \`${slug}\` in the content folder.`);
  const folder = starlightSite(resolve(starlight), essay);
  for (const paths of [['essay/', ''], ['']]) journeys.push({ site: 'Starlight', folder, paths });
}

const painted = new Map<string, Paint[]>();
const simulated = new Map<string, Simulated[]>();
const browser = await startChromium();
const simulator = lighthouse ? await startLighthouse(resolve(lighthouse)) : null;
for (let run = 0; run < runs; run += 1)
  for (const { site, folder, paths } of journeys) {
    // each on a new origin: what one leaves in storage would change the next
    const { address, server } = await memoryServer(folder);
    const paints = await measurePaint(
      browser,
      paths.map((path) => address + path),
    );
    server.close();
    for (const [index, paint] of paints.entries())
      note(painted, keyOf(site, paths.slice(0, index + 1)), paint);
    if (!simulator) continue;
    const fresh = await memoryServer(folder);
    note(simulated, keyOf(site, paths.slice(0, 1)), await simulator.simulate(fresh.address + paths[0]));
    fresh.server.close();
  }
await simulator?.close();
await browser.close();

const rows = [...painted].map(([key, paints]): Row => {
  const [site, page = ''] = key.split(', ');
  const reports = simulated.get(key);
  return {
    site: site === 'ours' ? site : 'Starlight',
    page,
    first: middle(paints.map((one) => one.first)),
    largest: middle(paints.map((one) => one.largest)),
    shift: Math.max(...[...paints, ...(reports ?? [])].map((one) => one.shift)),
    fonts: [...new Set(paints.map(({ font }) => font))].join(' or '),
    simulated: reports && middle(reports.map((one) => one.largest)),
    scores: reports?.[0]?.scores.map((_, index) => middle(reports.map(({ scores }) => scores[index] ?? 0))),
    lowest: reports && Math.min(...reports.map(({ scores }) => scores[0] ?? 0)),
  };
});
const text = [
  `Medians of ${runs} runs, in milliseconds: slow 4G (150 ms, 1.6 Mbit/s), a processor 4 times slower, an empty cache,`,
  'HTTP/1.1, brotli. Of the layout shift the largest. “Simulated” is the largest paint in Lighthouse’s mobile',
  'simulation, with its scores (performance, accessibility, best practices, search engines, and what it adds), and in',
  'brackets the lowest for performance.',
  '',
  tableOf(rows, `/${essayPath}`),
].join('\n');
console.log(text);
if (process.argv.includes('--save')) {
  const folder = join(root, 'bench/paint/results');
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify({ machine, runs, rows }, null, 2)}\n`);
  writeFileSync(join(folder, 'results.md'), `# When a page is painted\n\n${machine}.\n\n${text}\n`);
}

function keyOf(site: Row['site'], paths: readonly string[]): string {
  return `${site}, ${paths.map((path) => `/${path}`).join(' and then ')}`;
}

function note<T>(found: Map<string, T[]>, key: string, one: T): void {
  found.set(key, [...(found.get(key) ?? []), one]);
}

function middle(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
