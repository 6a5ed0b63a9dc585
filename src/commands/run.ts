import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../paths.ts';

/**
 * Runs a program that npm installed, with its output on ours.
 * @returns its exit code
 */
export function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
): Promise<number> {
  return new Promise((done) => {
    const child = spawn(join(root, 'node_modules/.bin', program), args, {
      stdio: 'inherit',
      env,
      shell: process.platform === 'win32',
    });
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      done(1);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}
