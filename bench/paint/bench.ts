import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { essaysFolder, siteFolder } from '../../src/paths.ts';
import { startChromium } from '../../tests/browser/chromium.ts';
import { measurePaint, type Paint } from './measure.ts';
import { memoryServer } from './memory-server.ts';
import { starlightSite } from './starlight.ts';

/**
 * When the pages of `dist/` are painted on a slow phone, beside the same essay in a site with Starlight's default theme,
 * in the same run: `npm run bench:paint -- <slug> [--starlight <folder outside of this repository>] [--runs 5]`.
 * Without such a folder our pages are measured alone.
 */
const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const slug = process.argv[2] ?? 'why-does-web3-ai-lose';
const runs = Number(option('runs') ?? 5);
const starlight = option('starlight');

interface Journey {
  name: string;
  folder: string;
  /** Addresses that are opened one after the other. */
  paths: string[];
}

const journeys: Journey[] = [`essays/${slug}/`, '', 'search/'].map((path) => ({
  name: 'ours',
  folder: siteFolder,
  paths: [path, 'about/'],
}));
if (starlight) {
  const essay = ['mdx', 'md'].map((kind) => join(essaysFolder, slug, `index.${kind}`)).find(existsSync);
  if (!essay) throw new Error(`There is no essay \`${slug}\` in the content folder.`);
  const folder = starlightSite(resolve(starlight), essay);
  journeys.push({ name: 'Starlight', folder, paths: ['essay/', ''] });
}

const found = new Map<string, Paint[]>();
const browser = await startChromium();
for (let run = 0; run < runs; run += 1)
  for (const { name, folder, paths } of journeys) {
    const { address, server } = await memoryServer(folder);
    const paints = await measurePaint(
      browser,
      paths.map((path) => address + path),
    );
    for (const [index, paint] of paints.entries()) {
      const key = `${name}, /${paths.slice(0, index + 1).join(' and then /')}`;
      found.set(key, [...(found.get(key) ?? []), paint]);
    }
    server.close();
  }
await browser.close();

const middle = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
console.log(
  `Medians of ${runs} runs, in milliseconds: slow 4G (150 ms, 1.6 Mbit/s), a processor 4 times slower,`,
);
console.log('an empty cache, HTTP/1.1, brotli. Of the layout shift the largest, of fonts all.\n');
console.log('first  largest  shift');
for (const [name, paints] of found) {
  const first = middle(paints.map((one) => one.first)).toFixed(0);
  const largest = middle(paints.map((one) => one.largest)).toFixed(0);
  const shift = Math.max(...paints.map((one) => one.shift)).toFixed(3);
  const fonts = [...new Set(paints.map(({ font }) => font))].join(' or ');
  console.log(`${first.padStart(5)}  ${largest.padStart(7)}  ${shift}  ${name} (${fonts})`);
}
