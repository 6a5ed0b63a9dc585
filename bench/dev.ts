import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { root } from '../src/paths.ts';
import { slugOf } from './build/essays.ts';
import { commit, writeOurSite } from './build/our-site.ts';

/**
 * `npm run bench:dev`: how long after a save `npm run dev` answers with the new words of an essay, in a library of 1,000.
 * `--essays 100` and `--saves 10` set other numbers. Nothing passes or fails.
 */
const { values } = parseArgs({
  options: { essays: { type: 'string', default: '1000' }, saves: { type: 'string', default: '10' } },
});
const [essays, saves] = [Number(values.essays), Number(values.saves)];
const port = 4399;
/** Milliseconds between two questions to the server. */
const interval = 20;
/** Milliseconds after which an answer with the new words is given up. */
const limit = 120_000;

const folder = join(root, '.stet/bench-dev');
writeOurSite(folder, essays);
try {
  const first = await withServer((started) => answered(slugOf(0), 'needs a note', started)); // gives every block its id
  console.log(`${essays} new essays, until the first page: ${seconds(first)}`);
  commit(folder);
  await withServer(async (started) => {
    const again = await answered(slugOf(0), 'needs a note', started);
    console.log(`${essays} known essays, until the first page: ${seconds(again)}`);
    const took: number[] = [];
    for (let number = 1; number <= saves; number += 1) took.push(await save(number));
    took.sort((one, other) => one - other);
    const [middle, last] = [took[Math.floor(took.length / 2)] ?? 0, took.at(-1) ?? 0];
    console.log(`${saves} saves: half within ${seconds(middle)}, the slowest ${seconds(last)}`);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Starts the server for a task, which is told when that was. */
async function withServer<Result>(task: (started: number) => Promise<Result>): Promise<Result> {
  const { STET_CONTENT, STET_OUT, NODE_ENV, ...env } = process.env;
  const started = performance.now();
  const server = spawn(process.execPath, ['src/commands/dev.ts', '--port', `${port}`], {
    cwd: folder,
    env: { ...env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    return await task(started);
  } finally {
    server.kill();
    await new Promise((done) => server.once('exit', done));
  }
}

/** Changes an essay that a writer has open. @returns milliseconds until its page has the new words */
async function save(number: number): Promise<number> {
  const slug = slugOf((number * 97) % essays);
  await answered(slug, 'needs a note', performance.now());
  const file = join(folder, 'content/essays', slug, 'index.mdx');
  const text = readFileSync(file, 'utf8').replace('needs a note', `needs note ${number}`);
  const saved = performance.now();
  writeFileSync(file, text);
  return answered(slug, `needs note ${number}`, saved);
}

/** @returns milliseconds from `start` until the page of an essay has the words */
async function answered(slug: string, words: string, start: number): Promise<number> {
  while (performance.now() - start < limit) {
    try {
      const page = await fetch(`http://localhost:${port}/essays/${slug}/`);
      if ((await page.text()).includes(words)) return performance.now() - start;
    } catch {} // the server does not listen yet
    await delay(interval);
  }
  throw new Error(`After ${limit} ms the page of ${slug} is still without “${words}”.`);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
