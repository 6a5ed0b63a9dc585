import { execFile } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { withDevServer } from '../../bench/search/dev-server.ts';

const patient = { timeout: 60_000 };

it('finds what is being written, drafts too, and what was saved a moment ago, and forgets what was deleted; a build beside it changes nothing', async () => {
  await withDevServer('tests/fixtures/drafts', async ({ content, find }) => {
    const file = `${content}/essays/not-yet/index.mdx`;
    const before = readFileSync(file, 'utf8');
    await expect.poll(() => find('zweihander').catch(String), patient).toEqual([]); // once it can show its pages
    appendFileSync(file, '\nA zweihander is a sword.\n');
    await expect.poll(() => find('zweihander').catch(String), patient).toEqual(['essays/not-yet/']);
    writeFileSync(file, before);
    await expect.poll(() => find('zweihander').catch(String), patient).toEqual([]);
    expect(await find('marked')).toContain('essays/plain/');
    await promisify(execFile)(process.execPath, ['src/commands/build.ts'], {
      env: { ...process.env, CI: '', STET_CONTENT: content, STET_OUT: '.stet/dev-site' },
    });
    expect(await find('marked'), 'after a build beside it').toContain('essays/plain/');
    rmSync(`${content}/essays/plain`, { recursive: true });
    await expect.poll(() => find('marked').catch(String), patient).not.toContain('essays/plain/');
  });
});
