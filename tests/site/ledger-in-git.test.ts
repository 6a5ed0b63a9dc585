import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { scratchLibrary } from './scratch-library.ts';

/**
 * What `ledger-git.property.test.ts` tries two hundred times with the functions of the build, a few times with the
 * build itself: whatever git did, every id that was on a built page of this branch is on the next one, or the build
 * has stopped.
 */
const library = scratchLibrary('ledger-in-git');
const { git, run, commit } = library;
const page = 'essays/a/index.html';
const texts = [
  'The tide comes in twice a day and leaves the harbour wall a little lower each time.',
  'Gulls follow the boats home because somebody always throws a crate of small fish away.',
  'Old ropes hang in the sail loft, and nobody remembers which ship any of them came from.',
  'Salt gets into every lock along the quay and no oil keeps it out for a whole winter.',
  'The lamp on the outer mole is lit by hand, which is why it is late on stormy evenings.',
];
const write = (...numbers: number[]) => library.write('a', ...numbers.map((number) => texts[number] ?? ''));
const everPublished = new Set<string>();

/**
 * Builds; where texts are missing, retires them, as the build says, and builds again.
 * @param isPublic false on a branch that is not merged yet
 * @returns how often it stopped
 */
async function publish(isPublic = true): Promise<number> {
  for (let stops = 0; stops < 8; stops += 1) {
    const { code, output } = await run('build');
    expect(output).not.toMatch(/^\s+at /m);
    if (code === 0) {
      const ids = library.ids(page);
      expect(ids).toEqual(expect.arrayContaining([...everPublished]));
      if (isPublic) for (const id of ids) everPublished.add(id);
      commit();
      return stops;
    }
    const lost = [...output.matchAll(/anchors -- retire (\S+) --why/g)].map(([, address = '']) => address);
    expect(lost).not.toEqual([]);
    for (const address of lost) await library.anchors('retire', address, '--why', 'It was wrong.');
  }
  throw new Error('The build never went on.');
}

it('leads every id that was ever on a built page to its text or its tombstone', async () => {
  git('init', '-q', '-b', 'main');
  write(0, 1);
  expect(await publish()).toBe(0);

  git('checkout', '-q', '-b', 'other');
  write(0, 1, 2);
  expect(await publish(false)).toBe(0);
  const ofOther = library.ids(page);
  git('checkout', '-q', 'main');
  write(0, 3, 1);
  expect(await publish()).toBe(0);
  for (const id of ofOther) everPublished.add(id);
  git('merge', '-q', '--no-edit', '-s', 'ours', 'other'); // takes the third text away, with its ledger
  expect(await publish()).toBe(1);

  git('revert', '--no-edit', '-Xtheirs', 'HEAD~2'); // the commit that published the fourth
  expect(await publish()).toBe(1);

  git('checkout', '-q', '-b', 'side', 'HEAD^');
  write(0, 1, 4);
  await publish(false);
  git('checkout', '-q', 'main');
  try {
    git('merge', '-q', '--squash', '-Xtheirs', 'side');
  } catch {
    git('checkout', '--theirs', '.');
  }
  commit();
  await publish();
});

it('stops in a shallow clone, says how to fetch, and goes on', async () => {
  const origin = join(dirname(library.content), 'origin');
  rmSync(origin, { recursive: true, force: true });
  renameSync(library.content, origin);
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${origin}`, library.content], {
    stdio: 'pipe',
  });
  git('branch', '-m', 'fresh'); // of `main`, the cache of the builds knows the history
  const env = process.env['STET_SHALLOW'];
  delete process.env['STET_SHALLOW'];
  const shallow = await run('build', [], 'true');
  expect([shallow.code, shallow.output]).toEqual([1, expect.stringContaining('git fetch --unshallow')]);
  git('fetch', '-q', '--unshallow');
  await publish();
  if (env !== undefined) process.env['STET_SHALLOW'] = env;
  expect(existsSync(join(library.content, '.git/shallow'))).toBe(false);
});
