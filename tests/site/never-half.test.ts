import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** How many builds are killed. `.ci/run` asks for 50. */
const kills = Number(process.env['STET_KILLS'] ?? 4);
const sitePath = resolve('.stet/never-half/site');
const libraries = mkdtempSync(join(tmpdir(), 'stet-library-'));
const texts = ['old', 'new'] as const;
type Text = (typeof texts)[number];

const environment = (text: Text) => ({
  ...process.env,
  CI: '', // with CI the first site is a folder, which has its own test below
  STET_OUT: sitePath,
  STET_CONTENT: join(libraries, text),
});
const startBuild = (text: Text): ChildProcess =>
  spawn(process.execPath, ['src/commands/build.ts'], { env: environment(text), stdio: 'ignore' });
const endOf = (build: ChildProcess) =>
  new Promise<number | null>((done) => build.once('close', (code) => done(code)));

/** The site at the path, by its home page. Every file must have its checksum, and there must be no other file. */
function currentSite(): Text {
  const sums = readFileSync(join(sitePath, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  const named = sums.map((line) => line.split('  ')[1] ?? '');
  const found = readdirSync(sitePath, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(sitePath.length + 1));
  expect(found.sort()).toEqual([...named, 'SHA256SUMS'].sort());
  for (const line of sums) {
    const [sum, path = ''] = line.split('  ');
    const bytes = readFileSync(join(sitePath, path));
    expect(createHash('sha256').update(bytes).digest('hex'), path).toBe(sum);
  }
  return readFileSync(join(sitePath, 'index.html'), 'utf8').includes('Parts (new)') ? 'new' : 'old';
}

/** Numbers from 0 to 1 that are the same in every run. */
function* seeded(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

let duration = 0;
beforeAll(async () => {
  for (const text of texts) cpSync('tests/fixtures/drafts', join(libraries, text), { recursive: true });
  const essay = join(libraries, 'new/essays/with-parts/index.mdx');
  writeFileSync(essay, readFileSync(essay, 'utf8').replace(/^title: (.*)$/m, 'title: Parts (new)'));
  rmSync(resolve('.stet/never-half'), { recursive: true, force: true });
  const start = performance.now();
  expect(await endOf(startBuild('old'))).toBe(0);
  duration = performance.now() - start;
  expect(currentSite()).toBe('old');
});
afterAll(() => rmSync(libraries, { recursive: true }));

describe('the path of the site', () => {
  it(`has the whole previous site or the whole new one when builds are killed at ${kills} moments`, async () => {
    const random = seeded(1);
    let finished = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const before = currentSite();
      const build = startBuild(before === 'old' ? 'new' : 'old');
      // every second moment is near the end of a build, where the swap is
      const share = kill % 2 === 0 ? random.next().value : 0.8 + random.next().value / 3;
      const ended = endOf(build);
      await Promise.race([pause(share * duration), ended]);
      build.kill('SIGKILL');
      await ended;
      if (currentSite() !== before) finished += 1;
    }
    console.log(`${kills} builds killed: ${finished} after the swap, ${kills - finished} before`);
  }, 600_000);

  it('has the whole new site when a build is killed right after the swap', async () => {
    for (const before of [currentSite(), currentSite() === 'old' ? 'new' : 'old'] as const) {
      const link = readlinkSync(sitePath);
      const build = startBuild(before === 'old' ? 'new' : 'old');
      const ended = endOf(build);
      while (readlinkSync(sitePath) === link && build.exitCode === null) await pause(1);
      build.kill('SIGKILL');
      await ended;
      expect(currentSite()).not.toBe(before);
    }
  });

  it('is never empty during a swap, and the folders of killed builds are deleted', async () => {
    const next = currentSite() === 'old' ? 'new' : 'old';
    const build = startBuild(next);
    let hasEnded = false;
    const ended = endOf(build).finally(() => {
      hasEnded = true;
    });
    let reads = 0;
    while (!hasEnded) {
      readFileSync(join(sitePath, 'index.html'));
      readFileSync(join(sitePath, 'SHA256SUMS'));
      reads += 1;
      await pause(1);
    }
    expect(await ended).toBe(0);
    expect(reads).toBeGreaterThan(100);
    expect(currentSite()).toBe(next);
    const sites =
      readdirSync(resolve('.stet/sites')).find((name) => name.endsWith('never-half_2fsite')) ?? '';
    const left = readdirSync(resolve('.stet/sites', sites), { withFileTypes: true });
    const folders = left.filter((one) => one.isDirectory()).map(({ name }) => name);
    expect(folders.length).toBeLessThanOrEqual(2);
    const lists = left.filter((one) => one.isFile()).map(({ name }) => name.replace(/\.files\.json$/, ''));
    expect(folders).toEqual(expect.arrayContaining(lists));
  });

  it('does not change when the disk is full', async () => {
    const before = currentSite();
    const limited = `ulimit -f 8; exec "${process.execPath}" src/commands/build.ts`; // 8 blocks: no file over 8 kB
    const env = environment(before === 'old' ? 'new' : 'old');
    const failed = await new Promise<boolean>((done) =>
      execFile('/bin/bash', ['-c', limited], { env }, (error) => done(error !== null)),
    );
    expect(failed).toBe(true);
    expect(currentSite()).toBe(before);
  });

  it('is used by two builds one after the other, and both succeed', async () => {
    const codes = await Promise.all(texts.map((text) => endOf(startBuild(text))));
    expect(codes).toEqual([0, 0]);
    currentSite();
  });

  it('is a plain folder after a first build by CI, from which the next build takes over', async () => {
    rmSync(sitePath);
    const env = { ...environment('old'), CI: 'true' };
    expect(await endOf(spawn(process.execPath, ['src/commands/build.ts'], { env, stdio: 'ignore' }))).toBe(0);
    expect(lstatSync(sitePath).isDirectory()).toBe(true);
    expect(currentSite()).toBe('old');
    expect(await endOf(startBuild('new'))).toBe(0);
    expect(lstatSync(sitePath).isSymbolicLink()).toBe(true);
    expect(currentSite()).toBe('new');
  });
});
