import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { law } from './import-law.ts';

interface Import {
  from: string;
  to: string;
}

/** Code that is sent to readers. */
const ships = (file: string) => /^(?:elements|search\/browser)\//.test(file);

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
const files = filesIn('src');

const imports = files
  .filter((file) => /\.(?:ts|astro)$/.test(file))
  .flatMap((from): Import[] => {
    const text = readFileSync(join('src', from), 'utf8').replaceAll(/^import type .*;$/gm, (line) =>
      ships(from) && line.includes('/document/') ? '' : line,
    );
    const found = text.matchAll(
      /^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm,
    );
    return [...found].map((match) => ({ from, to: match[1] ?? match[2] ?? '' }));
  });

const roomOf = (file: string) => file.split('/')[0] ?? file;

const inside = ({ from, to }: Import) =>
  to.startsWith('.') ? posix.normalize(posix.join(dirname(from), to)) : null;

describe('the import law', () => {
  it('knows every room', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in law))).toEqual([]);
  });

  it('is kept by every import', () => {
    const broken = imports.filter((one) => {
      const rule = law[roomOf(one.from)];
      if (!rule) return false;
      const target = inside(one);
      if (target === null)
        return !rule.packages.some((name) =>
          name.endsWith('*') ? one.to.startsWith(name.slice(0, -1)) : one.to === name,
        );
      return !rule.rooms.includes(roomOf(target)) && !target.startsWith('../.stet/fonts/');
    });
    expect(broken).toEqual([]);
  });

  it('sends to readers only the rules for words of the model, what a comment is sent as, and what puts texts together', () => {
    const shipped = imports.filter((one) => ships(one.from));
    const outside = shipped
      .map(inside)
      .filter((to) => to !== null && !/^(?:elements|styles|search\/browser)\//.test(to));
    expect([...new Set(outside)].sort()).toEqual([
      'document/comment-limits.ts',
      'document/comment-mail.ts',
      'document/comment-source.ts',
      'document/fill-template.ts',
      'document/normalized-word.ts',
      'document/text-units.ts',
      'words/format-text.ts',
    ]);
  });

  it('has no circles', () => {
    const next = new Map<string, string[]>();
    for (const one of imports) {
      const target = inside(one);
      if (target) next.set(one.from, [...(next.get(one.from) ?? []), target]);
    }
    const circles: string[] = [];
    const walk = (file: string, path: string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' > '));
      else for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    };
    for (const file of files) walk(file, []);
    expect([...new Set(circles)]).toEqual([]);
  });

  it('has every message to an author in the table of errors', () => {
    const literal = /\{[^{};]*\bfile\b[^{};]*\bmessage\b[^{};]*\}/;
    const own = files.filter(
      (file) => file.endsWith('.ts') && file !== 'document/problem.ts' && roomOf(file) !== 'comments',
    );
    expect(own.filter((file) => literal.test(readFileSync(join('src', file), 'utf8')))).toEqual([]);
  });

  it('allows no file without a noun', () => {
    expect(
      files.filter((file) => /(?:^|\/)(?:utils?|helpers?|lib|types|common|misc|index)\.ts$/.test(file)),
    ).toEqual([]);
  });
});

describe('the length of a file', () => {
  // a language is one file, however many sentences the interface has, and so is a list of labelled edits
  const isData = (file: string) => /^(?:src\/words\/languages\/|bench\/anchor-edits\/edits\.ts$)/.test(file);

  it.each(['src', 'tests', 'bench'])('is at most 250 lines in %s', (folder) => {
    const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').length;
    const code = filesIn(folder)
      .filter((file) => /\.(?:ts|astro|css)$/.test(file))
      .map((file) => `${folder}/${file}`);
    expect(code.length).toBeGreaterThan(5);
    expect(code.filter((file) => !isData(file) && linesOf(file) > 250)).toEqual([]);
  });
});

describe('the top of the repository', () => {
  it('holds what the plan names; what else an owner or a host puts there is theirs', () => {
    const plan = [
      'LICENSE',
      'README.md',
      'astro.config.mjs',
      'bench',
      'content',
      'endpoint',
      'package-lock.json',
      'package.json',
      'public',
      'src',
      'tests',
      'tsconfig.json',
    ];
    expect(plan.filter((name) => !existsSync(name))).toEqual([]);
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('has a %s that names only files that exist', (file) => {
    if (!existsSync(file)) return; // an owner's to delete
    const named = [
      ...readFileSync(file, 'utf8').matchAll(/`((?:src|tests|content|endpoint|bench|public)\/[\w./<>-]+)`/g),
    ].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(5);
    // what an owner may add to content/ does not have to be there
    const exists = (path: string) => path.startsWith('content/') || existsSync(path.replace(/<.*/, ''));
    expect(named.filter((path) => !exists(path))).toEqual([]);
  });
});
