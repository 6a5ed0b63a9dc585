import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { withLock } from '../../../src/commands/lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The id of a process that has ended. */
const ended = spawnSync(process.execPath, ['--version']).pid;

describe('a lock', () => {
  it('runs all tasks, one at a time', async () => {
    const file = join(folder, 'turns');
    let inside = 0;
    let highest = 0;
    const task = async () => {
      highest = Math.max(highest, ++inside);
      await pause(20);
      inside -= 1;
    };
    await Promise.all([1, 2, 3, 4].map(() => withLock(file, 'a test', task)));
    expect([highest, inside, existsSync(file)]).toEqual([1, 0, false]);
  });

  it('has its holder’s id while it is held, and is released when the task fails', async () => {
    const file = join(folder, 'failing');
    const failed = withLock(file, 'a test', async () => {
      expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ['of a process that has ended', { pid: ended, started: '1', host: hostname() }],
    [
      'of an earlier process with the id of a running one',
      { pid: process.pid, started: '1', host: hostname() },
    ],
  ])('%s is replaced by one process', async (_name, holder) => {
    const file = join(folder, `stale-${holder.pid}`);
    writeFileSync(file, JSON.stringify(holder));
    let inside = 0;
    const task = async () => {
      expect(++inside).toBe(1);
      await pause(20);
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(file, 'a test', task)));
    expect(existsSync(file)).toBe(false);
  });
});
