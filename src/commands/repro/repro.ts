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
import { root } from '../../paths.ts';
import { type Environment, type Variation, variations } from './variations.ts';

/**
 * `npm run repro`: builds the same commit in different environments, as far as one machine can simulate others, and
 * compares every byte and every mode. Exits with 1 where a file differs, and prints its path.
 */
const top = mkdtempSync(join(tmpdir(), 'stet-repro-'));
const sources = sourceFiles();
let reference: Map<string, string> | undefined;
let baseline: Environment | undefined;
let compared = 0;
let same = 0;
try {
  for (const [index, variation] of variations.entries()) {
    if (variation.before?.startsWith('taskset') && !hasTaskset()) {
      console.log(`not run: ${variation.name} (taskset is not installed)`);
      continue;
    }
    const start = performance.now();
    const { folder, environment } = buildUnder(variation, index);
    const manifest = manifestOf(folder);
    reference ??= manifest;
    baseline ??= environment;
    const varied = differenceOf(baseline, environment, variation);
    const differences = [...new Set([...reference.keys(), ...manifest.keys()])].filter(
      (path) => reference?.get(path) !== manifest.get(path),
    );
    compared += 1;
    if (differences.length === 0) same += 1;
    const verdict = differences.length === 0 ? 'same' : `DIFFERS: ${differences.sort().join(', ')}`;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${verdict.padEnd(5)} ${variation.name} (${varied}${manifest.size} files, ${seconds} s)`);
  }
} finally {
  rmSync(top, { recursive: true, force: true });
}
console.log(`\n${same - 1} of ${compared - 1} variations give the bytes and modes of the first build.`);
if (same < compared) process.exitCode = 1;

/** Builds the site under a variation, in a checkout of its own. */
function buildUnder(variation: Variation, index: number): { folder: string; environment: Environment } {
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
    appendFileSync(essay, '\nA sentence that is removed again.\n');
    build(checkout, variation);
    writeFileSync(essay, text);
    build(checkout, variation);
  }
  const environment = JSON.parse(run('src/commands/repro/environment-report.ts', checkout, variation));
  build(checkout, variation);
  return { folder: join(checkout, 'dist'), environment };
}

/** What a variation changed, for people. @throws Error where it changed nothing and proves nothing */
function differenceOf(baseline: Environment, environment: Environment, { name, changes }: Variation): string {
  if (!changes) return '';
  const [before, now] = [baseline[changes], environment[changes]];
  if (before === now) throw new Error(`The variation “${name}” changed nothing: ${changes} is ${now}.`);
  return changes === 'path' ? '' : `${changes} ${before} → ${now}; `;
}

function build(checkout: string, variation: Variation): void {
  run('src/commands/build.ts', checkout, variation);
}

/** Runs a command under a variation. @returns what it printed */
function run(command: string, checkout: string, { env, before = '' }: Variation): string {
  const { TZ, LANG, LC_ALL, NODE_OPTIONS, ...plain } = process.env;
  const { status, stdout, stderr } = spawnSync(
    '/bin/sh',
    ['-c', `${before} "$0" ${command}`, process.execPath],
    {
      cwd: checkout,
      env: { ...plain, ...env },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`${command} failed:\n${stderr}`);
  return stdout;
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

/** Every file that a commit of the work tree would contain. */
function sourceFiles(): string[] {
  const generated = /^(?:node_modules|dist|\.git|\.stet|\.astro)(?:\/|$)/;
  const listed = gitFolder()
    ? execFileSync('git', ['ls-files', '-zco', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split(
        '\0',
      )
    : readdirSync(root, { recursive: true, encoding: 'utf8' });
  return listed.filter(
    (path) =>
      path !== '' && !generated.test(path) && statSync(join(root, path), { throwIfNoEntry: false })?.isFile(),
  );
}

/** The folder of the git repository, so that a copy of the files belongs to the same commit; null without one. */
function gitFolder(): string | null {
  if (!existsSync(join(root, '.git'))) return null;
  return execFileSync('git', ['rev-parse', '--absolute-git-dir'], { cwd: root, encoding: 'utf8' }).trim();
}

function hasTaskset(): boolean {
  return spawnSync('taskset', ['--version']).status === 0;
}
