import { spawn } from 'node:child_process';

/** Runs npm in the site's folder, with its output on ours. @returns its exit code */
export function runNpm(...args: readonly string[]): Promise<number> {
  return new Promise((done) => {
    const child = spawn('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('error', (error) => {
      console.error(`npm could not be started: ${error.message}`);
      done(1);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}
