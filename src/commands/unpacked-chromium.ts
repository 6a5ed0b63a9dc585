import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { withLock } from './lock.ts';

const run = promisify(execFile);
const module = createRequire(import.meta.url).resolve('@sparticuz/chromium');
const manifest = readFileSync(join(module, '../../../package.json'), 'utf8');

/** Prints nothing: unpacks everything the package has, the libraries that it keeps for bare machines included. */
const unpack = `require(${JSON.stringify(module)}).executablePath()`;

/**
 * The Chromium that npm brought, on disk. It is unpacked once, into a folder of its version, which gets its name
 * when everything is in it: a run that is killed, and runs at the same time, leave no half of it behind.
 * @param home the folder that holds one folder for each version
 * @returns the program, and what its surroundings must hold on this machine
 * @throws Error where it cannot be unpacked, for example because the disk is full
 */
export async function unpackedChromium(
  home = resolve('.stet/chromium'),
): Promise<{ program: string; env: NodeJS.ProcessEnv }> {
  const version: string = JSON.parse(manifest).version;
  const folder = join(home, version);
  if (!existsSync(folder))
    await withLock(`${home}.lock`, 'unpacking Chromium', async () => {
      if (!existsSync(folder)) await unpackInto(folder, home);
    });
  const program = join(folder, 'chromium');
  return { program, env: await surroundings(folder, program) };
}

/** The package unpacks to the system's temporary folder, which for this process is a new folder of ours. */
async function unpackInto(folder: string, home: string): Promise<void> {
  mkdirSync(home, { recursive: true });
  const part = mkdtempSync(`${folder}.part-`);
  // AWS_LAMBDA_JS_RUNTIME is how the package is asked for its libraries
  const env = { ...process.env, TMPDIR: part, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' };
  await run(process.execPath, ['--eval', unpack], { env });
  renameSync(part, folder);
  for (const other of readdirSync(home))
    if (join(home, other) !== folder) rmSync(join(home, other), { recursive: true, maxRetries: 10 });
}

/** Libraries and fonts of the package stand in only for those that the system lacks. */
async function surroundings(folder: string, program: string): Promise<NodeJS.ProcessEnv> {
  const { stdout } = await run('ldd', [program]);
  return {
    ...process.env,
    ...(stdout.includes('not found') && { LD_LIBRARY_PATH: join(folder, 'al2023/lib') }),
    ...(!existsSync('/etc/fonts/fonts.conf') && { FONTCONFIG_PATH: join(folder, 'fonts') }),
  };
}
