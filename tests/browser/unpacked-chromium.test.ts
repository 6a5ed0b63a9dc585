import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { packagedChromium } from './chromium.ts';

const home = resolve('.stet/chromium-for-test');
const module = pathToFileURL(resolve('src/commands/unpacked-chromium.ts')).href;
const unpack = `
  const { unpackedChromium } = await import(${JSON.stringify(module)});
  console.log((await unpackedChromium(${JSON.stringify(home)})).program);
`;
const isProgram = (path: string) => /[/\\]chromium$/.test(path);
const args = ['--input-type=module', '--eval', unpack];

it.runIf(packagedChromium)(
  'one process is killed while it unpacks, two go on at the same time: both get one whole Chromium',
  async () => {
    rmSync(home, { recursive: true, force: true });
    const killed = spawn(process.execPath, args);
    const started = () =>
      existsSync(home) && readdirSync(home, { recursive: true, encoding: 'utf8' }).some(isProgram);
    await expect.poll(started).toBe(true);
    killed.kill('SIGKILL');
    const both = await Promise.all([1, 2].map(() => promisify(execFile)(process.execPath, args)));
    const programs = both.map(({ stdout }) => stdout.trim().split('\n').at(-1) ?? '');
    expect(new Set(programs).size).toBe(1);
    expect(execFileSync(programs[0] ?? '', ['--version'], { encoding: 'utf8' })).toContain('Chromium');
    expect(readdirSync(home)).toHaveLength(1);
    rmSync(home, { recursive: true });
  },
);
