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
const place = resolve('.stet/never-half/site');
const libraries = mkdtempSync(join(tmpdir(), 'stet-library-'));
const texts = ['old', 'new'] as const;
type Text = (typeof texts)[number];

const environment = (text: Text) => ({
  ...process.env,
  CI: '', // there the first site would be a plain folder, which is a test of its own below
  STET_OUT: place,
  STET_CONTENT: join(libraries, text),
});
const begin = (text: Text): ChildProcess =>
  spawn(process.execPath, ['src/commands/build.ts'], { env: environment(text), stdio: 'ignore' });
const end = (build: ChildProcess) =>
  new Promise<number | null>((done) => build.once('close', (code) => done(code)));

/** The site at the place, told by its home page; every file must be the one that its checksums name, and no other may be there. */
function siteThere(): Text {
  const sums = readFileSync(join(place, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  const named = sums.map((line) => line.split('  ')[1] ?? '');
  const found = readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(place.length + 1));
  expect(found.sort()).toEqual([...named, 'SHA256SUMS'].sort());
  for (const line of sums) {
    const [sum, path = ''] = line.split('  ');
    const bytes = readFileSync(join(place, path));
    expect(createHash('sha256').update(bytes).digest('hex'), path).toBe(sum);
  }
  return readFileSync(join(place, 'index.html'), 'utf8').includes('Parts (new)') ? 'new' : 'old';
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
  expect(await end(begin('old'))).toBe(0);
  duration = performance.now() - start;
  expect(siteThere()).toBe('old');
});
afterAll(() => rmSync(libraries, { recursive: true }));

describe('the place of the site', () => {
  it(`shows the old site or the new one, whole, when builds are killed at ${kills} moments`, async () => {
    const random = seeded(1);
    let finished = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const before = siteThere();
      const build = begin(before === 'old' ? 'new' : 'old');
      // every second moment lies where a build is about to end, which is where harm could be done
      const share = kill % 2 === 0 ? random.next().value : 0.8 + random.next().value / 3;
      const ended = end(build);
      await Promise.race([pause(share * duration), ended]);
      build.kill('SIGKILL');
      await ended;
      if (siteThere() !== before) finished += 1;
    }
    console.log(
      `${kills} builds killed: ${finished} after the new site had come, ${kills - finished} before`,
    );
  }, 600_000);

  it('shows the new site, whole, when a build is killed as soon as that has come', async () => {
    for (const before of [siteThere(), siteThere() === 'old' ? 'new' : 'old'] as const) {
      const link = readlinkSync(place);
      const build = begin(before === 'old' ? 'new' : 'old');
      const ended = end(build);
      while (readlinkSync(place) === link && build.exitCode === null) await pause(1);
      build.kill('SIGKILL');
      await ended;
      expect(siteThere()).not.toBe(before);
    }
  });

  it('is never empty while a site takes it, and what killed builds left is cleared away', async () => {
    const next = siteThere() === 'old' ? 'new' : 'old';
    const build = begin(next);
    let over = false;
    const ended = end(build).finally(() => {
      over = true;
    });
    let looks = 0;
    while (!over) {
      readFileSync(join(place, 'index.html'));
      readFileSync(join(place, 'SHA256SUMS'));
      looks += 1;
      await pause(1);
    }
    expect(await ended).toBe(0);
    expect(looks).toBeGreaterThan(100);
    expect(siteThere()).toBe(next);
    const sites =
      readdirSync(resolve('.stet/sites')).find((name) => name.endsWith('never-half_2fsite')) ?? '';
    expect(readdirSync(resolve('.stet/sites', sites)).length).toBeLessThanOrEqual(2);
  });

  it('stays as it was when nothing more can be written', async () => {
    const before = siteThere();
    const limited = `ulimit -f 8; exec "${process.execPath}" src/commands/build.ts`; // 8 blocks: no file over 8 kB
    const env = environment(before === 'old' ? 'new' : 'old');
    const failed = await new Promise<boolean>((done) =>
      execFile('/bin/bash', ['-c', limited], { env }, (error) => done(error !== null)),
    );
    expect(failed).toBe(true);
    expect(siteThere()).toBe(before);
  });

  it('is given to two builds one after the other, and both end well', async () => {
    const codes = await Promise.all(texts.map((text) => end(begin(text))));
    expect(codes).toEqual([0, 0]);
    siteThere();
  });

  it('is a plain folder after a first build by CI, from which the next build takes over', async () => {
    rmSync(place);
    const env = { ...environment('old'), CI: 'true' };
    expect(await end(spawn(process.execPath, ['src/commands/build.ts'], { env, stdio: 'ignore' }))).toBe(0);
    expect(lstatSync(place).isDirectory()).toBe(true);
    expect(siteThere()).toBe('old');
    expect(await end(begin('new'))).toBe(0);
    expect(lstatSync(place).isSymbolicLink()).toBe(true);
    expect(siteThere()).toBe('new');
  });
});
