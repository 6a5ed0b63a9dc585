import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Where a test makes a repository of an engine and a site of an owner. */
export const top = resolve('.stet/upgrade-test');
export const engine = join(top, 'engine');
export const site = join(top, 'site');

/** Commits a version of the engine and gives it a tag. Null deletes a file. */
export function release(tag: string, changes: Record<string, string | null>): void {
  for (const [path, content] of Object.entries(changes)) {
    const file = join(engine, path);
    mkdirSync(dirname(file), { recursive: true });
    if (content === null) rmSync(file);
    else writeFileSync(file, content);
  }
  const file = { ...JSON.parse(text(engine, 'package.json')), version: tag.slice(1) };
  writeFileSync(join(engine, 'package.json'), `${JSON.stringify(file, null, 2)}\n`);
  commit(engine, tag);
  git(engine, 'tag', tag);
}

/** A package.json with other scripts and packages. Null takes one out. */
export function packageWith(
  folder: string,
  scripts: Record<string, string | null>,
  packages: Record<string, string | null>,
): string {
  const file = JSON.parse(text(folder, 'package.json'));
  const without = (entries: Record<string, string | null>) =>
    Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null));
  file.scripts = without({ ...file.scripts, ...scripts });
  file.devDependencies = without({ ...file.devDependencies, ...packages });
  return JSON.stringify(file);
}

/** Runs the command in the site. @returns its exit code and all that it printed */
export function upgrade(...args: readonly string[]): { code: number | null; output: string } {
  const { STET_CONTENT, STET_OUT, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/commands/upgrade.ts', '--no-install', ...args],
    { cwd: site, encoding: 'utf8', env: { ...env, CI: '' } },
  );
  return { code: status, output: stdout + stderr };
}

/** A file's text. */
export const text = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

/** Every file of a folder with its text, but for what is made. */
export function treeOf(folder: string): Record<string, string> {
  const made = /^(?:node_modules|\.git|dist|\.stet\/(?!upgrade))(?:\/|$)/;
  const walk = (inside: string): [string, string][] =>
    readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry): [string, string][] => {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (made.test(path)) return [];
      return entry.isDirectory() ? walk(path) : [[path, text(folder, path)]];
    });
  return Object.fromEntries(walk(''));
}

/** Commits everything. */
export function commit(folder: string, message: string): void {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', message);
}

/** Runs git with an author of its own. @returns what it printed */
export function git(folder: string, ...args: string[]): string {
  const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'core.autocrlf=false'];
  return execFileSync('git', [...author, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}
