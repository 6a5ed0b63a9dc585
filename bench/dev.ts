import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { root } from '../src/paths.ts';
import { slugOf } from './build/essays.ts';
import { commit, writeOurSite } from './build/our-site.ts';
import { withServer } from './search/dev-server.ts';

/**
 * `npm run bench:dev`: how long after a save `npm run dev` answers with the new words of an essay, in a library of 1,000.
 * `--essays 100` and `--saves 10` set other numbers. Nothing passes or fails.
 */
const { values } = parseArgs({
  options: { essays: { type: 'string', default: '1000' }, saves: { type: 'string', default: '10' } },
});
const [essays, saves] = [Number(values.essays), Number(values.saves)];
/** Milliseconds between two questions to the server. */
const interval = 20;
/** Milliseconds after which an answer with the new words is given up. */
const limit = 120_000;

const folder = join(root, '.stet/bench-dev');
writeOurSite(folder, essays);
try {
  const first = performance.now();
  const made = await withServer(folder, {}, (address) => answered(address, slugOf(0), 'needs a note', first)); // ids too
  console.log(`${essays} new essays, until the first page: ${seconds(made)}`);
  commit(folder);
  const again = performance.now();
  await withServer(folder, {}, async (address) => {
    const shown = await answered(address, slugOf(0), 'needs a note', again);
    console.log(`${essays} known essays, until the first page: ${seconds(shown)}`);
    const took: number[] = [];
    for (let number = 1; number <= saves; number += 1) took.push(await save(address, number));
    took.sort((one, other) => one - other);
    const [middle, last] = [took[Math.floor(took.length / 2)] ?? 0, took.at(-1) ?? 0];
    console.log(`${saves} saves: half within ${seconds(middle)}, the slowest ${seconds(last)}`);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Changes an essay that a writer has open. @returns milliseconds until its page has the new words */
async function save(address: string, number: number): Promise<number> {
  const slug = slugOf((number * 97) % essays);
  await answered(address, slug, 'needs a note', performance.now());
  const file = join(folder, 'content/essays', slug, 'index.mdx');
  const text = readFileSync(file, 'utf8').replace('needs a note', `needs note ${number}`);
  const saved = performance.now();
  writeFileSync(file, text);
  return answered(address, slug, `needs note ${number}`, saved);
}

/** @returns milliseconds from `start` until the page of an essay has the words */
async function answered(address: string, slug: string, words: string, start: number): Promise<number> {
  while (performance.now() - start < limit) {
    try {
      const page = await fetch(`${address}/essays/${slug}/`);
      if ((await page.text()).includes(words)) return performance.now() - start;
    } catch {} // the page is not made yet
    await delay(interval);
  }
  throw new Error(`After ${limit} ms the page of ${slug} is still without “${words}”.`);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
