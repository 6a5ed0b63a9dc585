import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/paths.ts';
import { slugOf, writeEssays } from './essays.ts';

/** What a site of an owner consists of, beside its content. */
const engine = [
  'src',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  '.gitignore',
];

/** Writes a content folder: a configuration, one page and many essays. */
export function writeContent(content: string, count: number): void {
  writeEssays(join(content, 'essays'), count, 'ours');
  mkdirSync(join(content, 'pages'), { recursive: true });
  writeFileSync(
    join(content, 'pages/about.md'),
    '---\ntitle: About\ndescription: A site that is measured.\n---\n\nIt has made-up essays.\n\n## Reading time\n\nIt is estimated.\n',
  );
  const site = readFileSync(join(root, 'tests/fixtures/site.ts'), 'utf8');
  writeFileSync(
    join(content, 'site.ts'),
    site.replace(/^import type.*\n/m, '').replace(': SiteConfiguration', ''),
  );
}

/** A site without essays: a copy of this engine, with its configuration and one page. */
export function writeEmptySite(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const path of engine)
    if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeContent(join(folder, 'content'), 0);
}

/** A whole site in a repository of its own: a copy of this engine, and made-up essays. */
export function writeOurSite(folder: string, count: number): void {
  writeEmptySite(folder);
  writeContent(join(folder, 'content'), count);
  git(folder, 'init', '-q');
  commit(folder);
}

/** Commits everything, so that a later build finds ids and texts in the history, as an owner's does. */
export function commit(folder: string): void {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'A version');
}

/** What a build keeps for the next one, and the site itself. */
export const keptByOurs = ['.stet', 'dist', '.astro'];

/** Changes one sentence of one essay. */
export function editOneEssay(folder: string): void {
  const file = join(folder, 'content/essays', slugOf(0), 'index.mdx');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('A claim that needs a note.', 'A claim that needs a short note here.'));
}

function git(folder: string, ...args: string[]): void {
  const author = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', '-c', 'core.autocrlf=false'];
  execFileSync('git', [...author, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}
