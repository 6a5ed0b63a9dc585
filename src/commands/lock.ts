import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathFromRoot } from '../paths.ts';

/** The process that holds a lock. The start time distinguishes it from a later process with the same id. */
interface Holder {
  pid: number;
  started: string;
  host: string;
}

/** How long a process waits for another, in milliseconds: longer than any build takes. */
const timeout = 300_000;

/**
 * Runs a task while no other process holds the lock. Waits for its turn and prints a line about it; a stale lock,
 * whose process has ended, is replaced.
 * @param name what the lock protects, for messages
 * @throws Error with the holder and the lock's file when the other process does not end
 */
export async function withLock<Result>(
  file: string,
  name: string,
  task: () => Promise<Result>,
): Promise<Result> {
  mkdirSync(dirname(file), { recursive: true });
  const mine: Holder = { pid: process.pid, started: startOf(process.pid), host: hostname() };
  const own = `${file}.${randomUUID()}`;
  writeFileSync(own, JSON.stringify(mine));
  try {
    for (let waited = 0; !acquire(own, file); waited += 100) {
      const holder = holderOf(file);
      if (holder && !isAlive(holder)) {
        removeStale(file, holder, own);
        continue;
      }
      if (holder && waited === 1_000)
        console.log(`Waiting for process ${holder.pid}, which is using ${name}.`);
      if (waited >= timeout)
        throw new Error(
          `Process ${holder?.pid} is still using ${name} after ${timeout / 60_000} minutes. If it has ended, delete ${pathFromRoot(file)}.`,
        );
      await pause(100);
    }
  } finally {
    rmSync(own, { force: true });
  }
  try {
    return await task();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Links the lock in one step, so that a lock always has its holder's id. @returns false where another holds it */
function acquire(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a stale lock away. Where another process has replaced it in the meantime, the new lock is put back. */
function removeStale(file: string, stale: Holder, own: string): void {
  const moved = `${own}.stale`;
  try {
    renameSync(file, moved);
  } catch {
    return; // another process was faster
  }
  const holder = holderOf(moved);
  if (holder && (holder.pid !== stale.pid || holder.started !== stale.started)) acquire(moved, file);
  rmSync(moved, { force: true });
}

function holderOf(file: string): Holder | null {
  try {
    const { pid, started, host } = JSON.parse(readFileSync(file, 'utf8'));
    return { pid: Number(pid), started: String(started), host: String(host) };
  } catch {
    return null; // released in the meantime
  }
}

/** The processes of another machine are not visible: its lock counts as held. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  return startOf(holder.pid) === holder.started;
}

/** In clock ticks since the machine started, on Linux; empty on other systems. */
function startOf(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[19] ?? '';
  } catch {
    return '';
  }
}
