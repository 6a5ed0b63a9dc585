import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { searchWith } from '../../bench/search/site-in-node.ts';
import { unsigned } from '../../src/elements/search/unpack.ts';

const content = resolve('.stet/dev-content');
let server: ChildProcess;
let address = '';

beforeAll(async () => {
  rmSync(content, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  cpSync('tests/fixtures/drafts', content, { recursive: true });
  const { PATH, HOME } = process.env; // nothing of the test runner's, which the server would take for its own
  const env = { PATH, HOME, STET_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  server = spawn(process.execPath, ['src/commands/dev.ts'], { env });
  address = await new Promise((done, fail) => {
    let said = '';
    server.stdout?.on('data', (data) => {
      said += data;
      const found = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (found) done(found);
    });
    server.on('exit', () => fail(new Error(said)));
  });
});
afterAll(() => void server.kill());

async function find(text: string): Promise<string[]> {
  const load = async (path: string) => {
    const response = await fetch(`${address}/pagefind/${path}`);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return unsigned(gunzipSync(new Uint8Array(await response.arrayBuffer())));
  };
  const { results } = await (await searchWith(load))(text);
  return results.map((one) => one.page);
}

it('finds what is being written, drafts too, and what was saved a moment ago', async () => {
  const file = `${content}/essays/not-yet/index.mdx`;
  await expect.poll(() => find('zweihander').catch(String), { timeout: 30_000 }).toEqual([]); // once it can show its pages
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nA zweihander is a sword.\n`);
  await expect
    .poll(() => find('zweihander').catch(() => []), { timeout: 10_000 })
    .toEqual(['essays/not-yet/']);
});
