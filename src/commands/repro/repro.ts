import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../places.ts';
import { type Variation, variations } from './variations.ts';

/**
 * `npm run repro`: builds the same commit on machines that differ, as far as one machine can play others, and
 * compares every byte and every mode. Ends with 1 where anything differs, and names it.
 */
const top = mkdtempSync(join(tmpdir(), 'stet-repro-'));
const sources = sourceFiles();
let reference: Map<string, string> | undefined;
let differing = 0;
try {
  for (const [index, variation] of variations.entries()) {
    const start = performance.now();
    const found = manifestOf(built(variation, index));
    reference ??= found;
    const differences = [...new Set([...reference.keys(), ...found.keys()])].filter(
      (path) => reference?.get(path) !== found.get(path),
    );
    if (differences.length > 0) differing += 1;
    const verdict = differences.length === 0 ? 'same' : `DIFFERS: ${differences.sort().join(', ')}`;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${verdict.padEnd(5)} ${variation.name} (${found.size} files, ${seconds} s)`);
  }
} finally {
  rmSync(top, { recursive: true, force: true });
}
console.log(
  `\n${variations.length - 1 - differing} of ${variations.length - 1} variations give the bytes and modes of the first build.`,
);
if (differing > 0) process.exitCode = 1;

/** A site built under a variation, in a checkout of its own. */
function built(variation: Variation, index: number): string {
  const checkout = join(top, String(index), variation.folder ?? 'checkout');
  for (const path of variation.reversed ? sources.toReversed() : sources) {
    mkdirSync(dirname(join(checkout, path)), { recursive: true });
    cpSync(join(root, path), join(checkout, path));
  }
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
  const repository = gitFolder();
  if (repository) writeFileSync(join(checkout, '.git'), `gitdir: ${repository}\n`);
  if (variation.warm) {
    const essay = join(checkout, sources.find((path) => /^content\/essays\/.*\.mdx$/.test(path)) ?? '');
    const text = readFileSync(essay);
    appendFileSync(essay, '\nA sentence that is taken away again.\n');
    build(checkout, variation);
    writeFileSync(essay, text);
    build(checkout, variation);
  }
  build(checkout, variation);
  return join(checkout, 'dist');
}

function build(checkout: string, { env, before = '' }: Variation): void {
  const command = before.startsWith('taskset') && !hasTaskset() ? '' : before;
  const { TZ, LANG, LC_ALL, NODE_OPTIONS, ...plain } = process.env;
  const { status, stderr } = spawnSync(
    '/bin/sh',
    ['-c', `${command} "$0" src/commands/build.ts`, process.execPath],
    {
      cwd: checkout,
      env: { ...plain, ...env },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
}

/** Mode and SHA-256 of each file, and the mode of each folder, by path. */
function manifestOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const mode = (statSync(path).mode & 0o777).toString(8);
      const sum = entry.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'folder';
      return [path.slice(folder.length + 1), `${mode} ${sum}`];
    }),
  );
}

/** Everything that a commit of the work tree as it stands would hold. */
function sourceFiles(): string[] {
  const made = /^(?:node_modules|dist|\.git|\.stet|\.astro)(?:\/|$)/;
  const listed = gitFolder()
    ? execFileSync('git', ['ls-files', '-zco', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split(
        '\0',
      )
    : readdirSync(root, { recursive: true, encoding: 'utf8' });
  return listed.filter(
    (path) =>
      path !== '' && !made.test(path) && statSync(join(root, path), { throwIfNoEntry: false })?.isFile(),
  );
}

/** Where git keeps the repository, so that a copy of the files belongs to the same commit; null without one. */
function gitFolder(): string | null {
  if (!existsSync(join(root, '.git'))) return null;
  return execFileSync('git', ['rev-parse', '--absolute-git-dir'], { cwd: root, encoding: 'utf8' }).trim();
}

function hasTaskset(): boolean {
  return spawnSync('taskset', ['--version']).status === 0;
}
