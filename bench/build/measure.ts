import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one run of a command cost. */
export interface Cost {
  /** Seconds of processor time (user and system) of the command and of every program that it started. */
  processor: number;
  /** Seconds that passed. */
  wall: number;
  /** Bytes in memory at the highest moment, of the command and its programs together; null where it cannot be seen. */
  memory: number | null;
  /** Bytes of all files that it made. */
  size: number;
}

/** Milliseconds between two looks at the memory of the running programs. */
const interval = 100;

/**
 * Runs a command of the shell in a folder and measures it. Works on Linux and macOS; memory only on Linux.
 * @param result the folder that the command makes, from `folder`
 * @throws Error with what the command printed where it fails
 */
export async function measure(command: string, folder: string, result: string): Promise<Cost> {
  const { FORCE_COLOR, CI, NODE_ENV, STET_CONTENT, STET_OUT, ...plain } = process.env;
  const notes = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const unreaped = join(notes, 'unreaped');
  const env = {
    ...plain,
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
    NODE_OPTIONS: `--import=${new URL('unreaped-children.ts', import.meta.url).href}`,
    STET_UNREAPED: unreaped,
  };
  const start = performance.now();
  // `times` prints the processor time of the shell's children, and of theirs, on its second line
  const shell = spawn('/bin/sh', ['-c', `{ ${command}; } 2>&1; code=$?; echo; times; exit $code`], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  shell.stdout.on('data', (data) => {
    printed += data;
  });
  let memory: number | null = null;
  const timer = setInterval(() => {
    const now = memoryOf(shell.pid ?? 0);
    if (now !== null) memory = Math.max(memory ?? 0, now);
  }, interval);
  const code = await new Promise((done) => shell.once('close', done));
  clearInterval(timer);
  const wall = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`\`${command}\` failed:\n${printed}`);
  const lost = existsSync(unreaped) ? readFileSync(unreaped, 'utf8').trim().split('\n').map(Number) : [];
  rmSync(notes, { recursive: true });
  const processor = lost.reduce((sum, seconds) => sum + seconds, processorSeconds(printed));
  return { processor, wall, memory, size: sizeOf(join(folder, result)) };
}

/** From the last line of `times`: `1m2.34s 0m5.67s`. */
function processorSeconds(printed: string): number {
  const line = printed.trimEnd().split('\n').at(-1) ?? '';
  const times = [...line.matchAll(/(\d+)m([\d.,]+)s/g)];
  if (times.length !== 2) throw new Error(`The shell printed no times but: ${line}`);
  return times.reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds?.replace(',', '.')),
    0,
  );
}

/** Resident bytes of a process and all of its descendants now; null where there is no /proc. */
function memoryOf(pid: number): number | null {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    const threads = readdirSync(`/proc/${pid}/task`);
    const children = threads.flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return pages * 4096 + children.reduce((sum, child) => sum + (memoryOf(Number(child)) ?? 0), 0);
  } catch {
    return null; // the process has ended, or the system is not Linux
  }
}

/** Bytes of all files in a folder. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
