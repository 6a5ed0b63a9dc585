import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../paths.ts';

/** Who holds a lock. The start time tells a process from a later one that was given the same id. */
interface Holder {
  pid: number;
  started: string;
  host: string;
}

/** How long a build waits for another one, in milliseconds: longer than any build takes. */
const patience = 300_000;

/**
 * Does a task while no other process that asks for the same lock does its own. Waits its turn, and says so;
 * the lock of a process that is no more is taken over.
 * @param name what the lock guards, as a sentence about waiting may call it
 * @throws Error that names the holder and the lock's file when the other process does not end
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
    for (let waited = 0; !taken(own, file); waited += 100) {
      const holder = holderOf(file);
      if (holder && !isAlive(holder)) {
        bury(file, holder, own);
        continue;
      }
      if (holder && waited === 1_000)
        console.log(`Waiting for process ${holder.pid}, which is at work on ${name}.`);
      if (waited >= patience)
        throw new Error(
          `Process ${holder?.pid} has been at work on ${name} for too long. If it is no more, delete ${relative(root, file)}.`,
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

/** A link is made whole or not at all, so that a lock never lacks its holder's id. */
function taken(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead process's lock away; where another was quicker and a living lock was caught, it is put back. */
function bury(file: string, dead: Holder, own: string): void {
  const grave = `${own}.dead`;
  try {
    renameSync(file, grave);
  } catch {
    return; // already taken over
  }
  const caught = holderOf(grave);
  if (caught && (caught.pid !== dead.pid || caught.started !== dead.started)) taken(grave, file);
  rmSync(grave, { force: true });
}

function holderOf(file: string): Holder | null {
  try {
    const { pid, started, host } = JSON.parse(readFileSync(file, 'utf8'));
    return { pid: Number(pid), started: String(started), host: String(host) };
  } catch {
    return null; // given back between two looks
  }
}

/** Another machine's processes cannot be seen; its lock counts as held. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  return startOf(holder.pid) === holder.started;
}

/** In clock ticks since the machine started, where the system tells (Linux); otherwise empty. */
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
