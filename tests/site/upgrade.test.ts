import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  commit,
  engine,
  git,
  packageWith,
  release,
  site,
  text,
  top,
  treeOf,
  upgrade,
} from './scratch-engine.ts';

/** These build a site; the machine may be busy. In milliseconds. */
const building = 240_000;

/** What an owner has beside the engine, and what an upgrade may not touch. */
const own: Record<string, string> = {
  'content/theme.css': ':root {\n  --measure: 34rem;\n}\n',
  'content/words.ts': 'export const words = {};\n',
  'content/components/Chart.astro': '<p>A chart</p>\n',
  'public/robots.txt': 'User-agent: *\n',
  'netlify.toml': '[build]\npublish = "dist"\n',
  'README.md': '# My essays\n',
  'src/sample/mine.ts': 'export const mine = true;\n',
};

describe('an upgrade of a site that was changed in all ways', () => {
  beforeAll(() => {
    rmSync(top, { recursive: true, force: true });
    copyEngine(engine);
    release('v0.1.0', {
      'content/site.ts': 'export const site = "of the engine";\n',
      'src/sample/plain.ts': 'export const version = 1;\n',
      'src/sample/changed.ts': 'export const version = 1;\n',
      'src/sample/removed.ts': 'export const version = 1;\n',
      'src/sample/changed-then-removed.ts': 'export const version = 1;\n',
    });
    copySite();
    release('v0.2.0', {
      'src/sample/plain.ts': 'export const version = 2;\n',
      'src/sample/changed.ts': 'export const version = 2;\n',
      'src/sample/added.ts': 'export const version = 2;\n',
      'src/sample/removed.ts': null,
      'src/sample/changed-then-removed.ts': null,
      'bench/sample.ts': 'export const version = 2;\n',
      '.gitignore': `${text(engine, '.gitignore')}made-by-2\n`,
      'package.json': packageWith(engine, { added: 'node added.ts' }, { 'engine-package': '2.0.0' }),
    });
  });

  it('says with --dry-run what would change, and writes nothing', () => {
    const before = treeOf(site);
    const { code, output } = upgrade('--dry-run', engine, '0.2.0');
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Nothing was written.') });
    expect(output).toContain('→ v0.2.0');
    expect(output).toMatch(
      /copied first:\n {2}src\/sample\/changed.ts\n {2}src\/sample\/changed-then-removed.ts\n/,
    );
    expect(output).toMatch(/kept as they are:\n {2}README.md\n/);
    expect(output).toMatch(/not brought back:\n {2}.gitlab-ci.yml\n {2}bench\/\n/);
    expect(treeOf(site)).toEqual(before);
  });

  it('takes the new engine, and loses nothing of the owner’s', { timeout: building }, () => {
    const { code, output } = upgrade(engine, '0.2.0');
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Upgraded and built.') });
    expectEngine('2');
    expectOwn();
    expect(existsSync(join(site, 'src/sample/removed.ts'))).toBe(false);
    expect(existsSync(join(site, 'src/sample/changed-then-removed.ts'))).toBe(false);
    const copies = join(site, '.stet/upgrade/yours-1');
    expect(treeOf(copies)).toEqual({
      'src/sample/changed.ts': 'export const version = "mine";\n',
      'src/sample/changed-then-removed.ts': 'export const version = "mine too";\n',
    });
    expect(text(site, '.gitignore')).toContain('made-by-2\n');
    expect(text(site, '.gitignore')).toContain('.env\n');
    expect(text(site, 'package-lock.json')).toBe(text(engine, 'package-lock.json'));
  });

  it('leaves what the owner deleted away, but for what the engine needs', () => {
    expect(existsSync(join(site, '.gitlab-ci.yml'))).toBe(false);
    expect(existsSync(join(site, 'bench'))).toBe(false); // neither its old files nor a new one
    expect(existsSync(join(site, 'tsconfig.json'))).toBe(true);
  });

  it('merges package.json', () => {
    const { name, version, scripts, devDependencies, dependencies } = JSON.parse(text(site, 'package.json'));
    expect({ name, version }).toEqual({ name: 'my-essays', version: '0.2.0' });
    expect(scripts).toMatchObject({ deploy: 'netlify deploy', added: 'node added.ts' });
    expect(dependencies).toEqual({ 'owner-package': '^1.0.0' });
    expect(devDependencies).toMatchObject({ 'engine-package': '2.0.0' });
  });

  it('takes the next version as well, and knows from engine.json what the owner changed since', {
    timeout: building,
  }, () => {
    expect(existsSync(join(site, 'dist/index.html'))).toBe(true);
    writeFileSync(join(site, 'src/sample/plain.ts'), 'export const version = "mine again";\n');
    own['content/notes.md'] = 'Not an essay.\n';
    writeOwn();
    commit(site, 'Upgraded, and changed again');
    rmSync(join(engine, '.git'), { recursive: true }); // no version of before is left to compare with
    git(engine, 'init', '-q');
    release('v0.3.0', {
      'src/sample/plain.ts': 'export const version = 3;\n',
      'src/sample/changed.ts': 'export const version = 3;\n',
      'src/sample/added.ts': 'export const version = 3;\n',
      'package.json': packageWith(engine, { added: null }, { 'engine-package': null }),
    });
    const { code, output } = upgrade(engine); // the newest
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Upgraded and built.') });
    expect(output).toContain('v0.2.0 → v0.3.0');
    expectEngine('3');
    expectOwn();
    expect(treeOf(join(site, '.stet/upgrade/yours-2'))).toEqual({
      'src/sample/plain.ts': 'export const version = "mine again";\n',
    });
    const { scripts, devDependencies, dependencies } = JSON.parse(text(site, 'package.json'));
    expect(scripts).toMatchObject({ deploy: 'netlify deploy' });
    expect(Object.keys({ ...scripts, ...devDependencies })).not.toContain('added');
    expect(Object.keys(devDependencies)).not.toContain('engine-package');
    expect(dependencies).toEqual({ 'owner-package': '^1.0.0' });
  });

  it('has nothing to do when that version is there already', () => {
    commit(site, 'Upgraded again');
    expect(upgrade(engine).output).toBe('Nothing to change: the engine is that of v0.3.0 already.\n');
    expect(git(site, 'status', '--porcelain')).toBe('');
  });

  it.each([
    ['a work tree with changes', [engine], /not committed:\n {2}unsaved.txt\n/],
    ['a source that cannot be reached', ['/nowhere/at-all'], /could not be read/],
    ['a version that does not exist', [engine, '0.3.9'], /no version `0.3.9`\. Did you mean `v0.3.0`\?/],
    ['a source that is no engine', [resolve('tests/fixtures')], /is no Stet engine: it has no package.json/],
    ['a version of a plain folder', [resolve('tests/fixtures'), '1.0.0'], /plain folder and has no versions/],
    ['itself', [site], /this folder itself/],
    ['no source', [], /Usage/],
    ['an unknown option', ['--now', engine], /--now/],
  ])('refuses %s with a sentence', (what, args, sentence) => {
    const unsaved = join(site, 'unsaved.txt');
    if (what.includes('changes')) writeFileSync(unsaved, '');
    const before = treeOf(site);
    const { code, output } = upgrade(...args);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringMatching(sentence) });
    expect(output).not.toMatch(/^ +at /m);
    expect(treeOf(site)).toEqual(before);
    rmSync(unsaved, { force: true });
  });
});

/** This repository's files, but for the sample content. */
function copyEngine(folder: string): void {
  const listed = git(resolve('.'), 'ls-files', '-zco', '--exclude-standard').split('\0').filter(Boolean);
  for (const path of listed)
    if (!path.startsWith('content/') && existsSync(path)) cpSync(path, join(folder, path));
  git(folder, 'init', '-q');
}

/** A site made from the engine as it is now, with a history of its own, and changed by its owner. */
function copySite(): void {
  cpSync(engine, site, { recursive: true, filter: (path) => path !== join(engine, '.git') });
  rmSync(join(site, 'content'), { recursive: true });
  cpSync('tests/fixtures/drafts', join(site, 'content'), { recursive: true });
  const configuration = text(resolve('tests/fixtures'), 'site.ts')
    .replace(/^import type.*\n/m, '')
    .replace(': SiteConfiguration', '');
  writeFileSync(join(site, 'content/site.ts'), configuration.replace('The Fixture', 'My Essays'));
  symlinkSync(resolve('node_modules'), join(site, 'node_modules'));
  writeOwn();
  writeFileSync(join(site, 'src/sample/changed.ts'), 'export const version = "mine";\n');
  writeFileSync(join(site, 'src/sample/changed-then-removed.ts'), 'export const version = "mine too";\n');
  writeFileSync(join(site, '.gitignore'), `${text(site, '.gitignore')}.env\n`);
  for (const path of ['.gitlab-ci.yml', 'bench', 'tsconfig.json'])
    rmSync(join(site, path), { recursive: true });
  const file = { ...JSON.parse(text(site, 'package.json')), name: 'my-essays' };
  file.scripts['deploy'] = 'netlify deploy';
  file.dependencies = { 'owner-package': '^1.0.0' };
  writeFileSync(join(site, 'package.json'), `${JSON.stringify(file, null, 2)}\n`);
  git(site, 'init', '-q');
  writeFileSync(join(site, '.git/info/exclude'), 'node_modules\n'); // a link here, which .gitignore does not mean
  commit(site, 'My site');
}

function writeOwn(): void {
  for (const [path, content] of Object.entries(own)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), content);
  }
}

/** Every file of the owner's is there as it was. */
function expectOwn(): void {
  const found = Object.keys(own).map((path) => [path, text(site, path)]);
  expect(Object.fromEntries(found)).toEqual(own);
  expect(text(site, 'content/site.ts')).toContain('My Essays');
}

function expectEngine(version: string): void {
  for (const name of ['plain', 'changed', 'added'])
    expect(text(site, `src/sample/${name}.ts`)).toBe(`export const version = ${version};\n`);
}
