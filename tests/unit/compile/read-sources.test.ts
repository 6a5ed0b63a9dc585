import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSources } from '../../../src/compile/read-sources.ts';
import { formatProblem } from '../../../src/document/problem.ts';
import { pathFromRoot } from '../../../src/paths.ts';

const good = '---\ntitle: A\ndescription: B\npublished: 2026-01-02\n---\n\nText.\n';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string | Uint8Array = good) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const messages = () => readSources('en', folder, join(folder, 'none')).problems.map(formatProblem).join('\n');

describe('readSources', () => {
  it('finds every essay and says nothing about good ones', () => {
    write('b/index.mdx');
    write('a/index.md');
    expect(messages()).toBe('');
    expect(readSources('en', folder, folder).essays.map((source) => source.slug)).toEqual(['a', 'b']);
  });

  it('says which texts are left out because of their names, and nothing about other hidden files', () => {
    write('a/index.md');
    write('_later/index.md');
    write('.old/index.mdx');
    write('.git/config', 'x');
    write('_notes.txt', 'x');
    const { essays, leftOut, problems } = readSources('en', folder, join(folder, 'none'));
    expect(essays.map(({ slug }) => slug)).toEqual(['a']);
    expect(problems).toEqual([]);
    expect(leftOut.map(formatProblem)).toEqual([
      expect.stringMatching(/\.old: .* begins with `\.`.*\[source\/left-out\]/),
      expect.stringMatching(/_later: .* begins with `_`/),
    ]);
  });

  it('says which bibliographies no text reads', () => {
    write('essays/a/index.md');
    write('essays/a/references.bib', '');
    write('essays/b/index.md', `${good}\nMy [list](list.bib).\n`);
    for (const name of ['references.bib', 'essays/references.json', 'essays/a/mine.bib', 'essays/b/list.bib'])
      write(name, '');
    const { leftOut, problems } = readSources('en', join(folder, 'essays'), join(folder, 'none'));
    expect(problems).toEqual([]);
    const unread = ['references.bib', 'essays/references.json', 'essays/a/mine.bib'];
    expect(leftOut.map(({ code, file }) => `${code} ${file}`)).toEqual(
      unread.map((name) => `source/unread-bibliography ${pathFromRoot(join(folder, name))}`),
    );
  });

  it('finds the translations of an essay, each in the language of its name', () => {
    write('a/index.mdx');
    write('a/index.de.mdx');
    write('a/index.pt-br.md');
    write('a/index.zh-hant.md', good.replace('title', 'language: zh-hant\ntitle'));
    write('a/notes.de.md');
    const { essays, translations, problems } = readSources('en', folder, join(folder, 'none'));
    expect([essays.map(({ slug }) => slug), problems]).toEqual([['a'], []]);
    expect(
      translations.map(({ slug, original, metadata: { language } }) => [slug, original, language]),
    ).toEqual([
      ['a/de', 'a', 'de'],
      ['a/pt-br', 'a', 'pt-BR'],
      ['a/zh-hant', 'a', 'zh-Hant'],
    ]);
  });

  it('says what is wrong with the name of a translation', () => {
    write('a/index.mdx');
    write('a/index.old.mdx');
    write('a/index.en.mdx');
    write('a/index.de.md');
    write('a/index.DE.mdx');
    write('a/index.fr.mdx', good.replace('published', 'language: es\npublished'));
    write('b/index.de.mdx');
    expect(messages()).toMatch(
      /a\/index\.old\.mdx: `old` .* is no language.*\[translation\/unknown-language\]/,
    );
    expect(messages()).toMatch(/a\/index\.en\.mdx: .* in `en` itself.*\[translation\/same-language\]/);
    write('c/index.mdx', good.replace('title', 'language: pt-br\ntitle'));
    write('c/index.pt-BR.mdx');
    expect(messages()).toMatch(/c\/index\.pt-BR\.mdx: .* in `pt-BR` itself.*\[translation\/same-language\]/);
    expect(messages()).toMatch(/a\/index\.de\.md: Two files .*index\.DE\.mdx.*\[translation\/two-files\]/);
    expect(messages()).toMatch(
      /a\/index\.fr\.mdx:\d+: .* says `fr`, .* `es`.*\[translation\/other-language\]/,
    );
    expect(messages()).toMatch(/b\/index\.de\.mdx: .* no essay beside it.*\[translation\/no-original\]/);
  });

  it.each(['con', 'nul', 'aux', 'prn', 'com1', 'lpt9'])(
    'refuses the slug `%s`, which Windows cannot have',
    (slug) => {
      write(`${slug}/index.md`);
      expect(messages()).toMatch(/is the name of a device on Windows.*\[source\/invalid-slug\]/);
    },
  );

  it.each([
    ['published: 0000-01-01', /`published` must be a date/],
    ['title: "\u200b\u200d\u2060"', /`title` must have a sign that can be seen/],
    ['title: "A\\x01"', /`title` must have no control characters/],
    ['title: "A\u202e"', /U\+202E[\s\S]*`title` must have no control characters/],
    ['description: "\\u202egniht"', /`description` must have no control characters/],
  ])('refuses %j', (field, message) => {
    const name = field.split(':')[0] ?? '';
    write(
      'a/index.md',
      good.replace(new RegExp(`^${name}: .*$`, 'm'), () => field),
    );
    expect(messages()).toMatch(message);
  });

  it('has a text whose fields are wrong apart, so that the rest of it can be checked', () => {
    write('a/index.md', good.replace('title: A', 'colour: A'));
    write('b/index.md', `${good.replace('title: A', 'colour: A')}${'> '.repeat(200)}a`);
    const { essays, unfinished } = readSources('en', folder, join(folder, 'none'));
    expect([essays, unfinished.map(({ slug }) => slug)]).toEqual([[], ['a']]);
  });

  it('has what is wrong with the bytes of a draft apart, which stops no build', () => {
    write('a/index.md', `${good.replace('title: A', 'title: A\ndraft: true')}${'> '.repeat(200)}a`);
    write('b/index.md', `${good.replace('title: A', 'title: A\ndraft: true')}a\u202eb`);
    const { essays, problems, draftProblems } = readSources('en', folder, join(folder, 'none'));
    expect([essays.map(({ slug }) => slug), problems]).toEqual([['b'], []]);
    expect(draftProblems.map(({ code }) => code)).toEqual(['source/too-deep', 'source/control-character']);
  });

  it('names both files where two essays have one slug', () => {
    write('a/index.md');
    write('a/index.mdx');
    expect(messages()).toMatch(/Two essays have the slug `a`: this file and .*a\/index\.mdx/);
  });

  it('names both files where slugs differ only in case', () => {
    write('Same/index.md');
    write('same/index.md');
    expect(messages()).toMatch(
      /same\/index\.md: The slugs of two essays differ only in case: this file and .*Same\/index\.md.*\[source\/case\]/,
    );
  });

  it.each(['404', 'index', 'search', 'feed', 'a b', 'é'])(
    'refuses the slug %j and names the file',
    (slug) => {
      write(`${slug}/index.mdx`);
      expect(messages()).toMatch(new RegExp(`${slug}/index\\.mdx: The slug \`${slug}\``));
    },
  );

  it('passes over no file in silence', () => {
    write('lost.mdx');
    write('empty/notes.txt');
    expect(messages()).toMatch(/lost\.mdx: An essay needs a folder of its own/);
    expect(messages()).toMatch(/empty: This folder has no essay/);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['not UTF-8', Uint8Array.from([0x2d, 0xff, 0xfe]), /is not UTF-8/],
    ['empty', ' \n', /is empty/],
    ['a NUL', good + '\u0000', /:8:1: Found an invisible control character \(U\+0000\)/],
    ['an escape', `${good}a\u001b[0m`, /:8:2: .*U\+001B\)/],
    ['quotes inside quotes without end', good + '>'.repeat(1000), /nested more than 100 levels deep/],
    [
      'elements inside elements without end',
      good + '<div>\n'.repeat(1000),
      /nested more than 100 levels deep/,
    ],
  ])('refuses a file that is %s', (_case, content, sentence) => {
    write('a/index.mdx', content);
    expect(messages()).toMatch(sentence);
  });

  it('counts no elements inside code', () => {
    write('a/index.mdx', `${good}\n\`\`\`\n${'<div>\n'.repeat(300)}\`\`\`\n`);
    expect(messages()).toBe('');
  });
});
