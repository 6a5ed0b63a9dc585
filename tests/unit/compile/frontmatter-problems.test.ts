import { describe, expect, it } from 'vitest';
import { frontmatterProblems } from '../../../src/compile/frontmatter-problems.ts';
import { frontmatterSchema } from '../../../src/document/frontmatter.ts';
import { formatProblem } from '../../../src/document/problem.ts';

const good = ['title: A', 'description: B', 'published: 2026-01-02'];

const said = (...fields: string[]) =>
  frontmatterProblems('a.mdx', `---\n${fields.join('\n')}\n---\n\nText.\n`, frontmatterSchema).map(
    formatProblem,
  );

describe('frontmatterProblems', () => {
  it('says nothing about good frontmatter, with a byte order mark and Windows line ends too', () => {
    expect(said(...good)).toEqual([]);
    expect(
      frontmatterProblems('a.mdx', `\ufeff---\r\n${good.join('\r\n')}\r\n---\r\nText`, frontmatterSchema),
    ).toEqual([]);
  });

  it.each<[string, string[], string]>([
    [
      'a day that does not exist',
      ['title: A', 'description: B', 'published: 2026-02-31'],
      'a.mdx:4: `published`: found "2026-02-31", which is not a day of the calendar; right is a date such as 2026-02-28.',
    ],
    [
      'a misspelt field',
      [...good, 'titel: C'],
      'a.mdx:5: `titel` is not a field of the frontmatter. Did you mean `title`?',
    ],
    [
      'a word of the wrong kind',
      [...good, 'draft: "yes"'],
      'a.mdx:5: `draft`: found "yes", which is not a yes or no; right is true or false, without quotation marks.',
    ],
    [
      'a value that is not offered',
      [...good, 'status: finnished'],
      'a.mdx:5: `status`: found "finnished", which is not one of: notes, in progress, finished. Did you mean `finished`?',
    ],
    ['a missing field', ['title: A', 'published: 2026-01-02'], 'a.mdx:1: `description` is missing; add it.'],
    [
      'a picture without a text',
      [...good, 'image: a.png'],
      'a.mdx:1: `alt` is missing; a picture needs a text that says what it shows.',
    ],
    [
      'a mistake inside a list',
      [...good, 'changes:', '  - date: 2026-01-03', '    note: x', '  - date: soon', '    note: y'],
      'a.mdx:8: `changes.1.date`: found "soon", which is not a day of the calendar; right is a date such as 2026-02-28.',
    ],
    [
      'a revision before publication',
      [...good, 'updated: 2025-01-01'],
      'a.mdx:5: `updated`: found "2025-01-01", which is earlier than `published`; a revision comes on the same day or later.',
    ],
    [
      'a language that is none',
      [...good, 'language: english language'],
      'a.mdx:5: `language`: found "english language", which is not a language tag; right is a tag such as en, de or pt-BR.',
    ],
  ])('names the line, what was found and what is right: %s', (_case, fields, sentence) => {
    expect(said(...fields)).toEqual([sentence]);
  });

  it('says it when the block is missing or is not YAML', () => {
    expect(frontmatterProblems('a.mdx', 'Text', frontmatterSchema).map(formatProblem)[0]).toMatch(
      /^a\.mdx:1: There is no frontmatter/,
    );
    expect(said('title: "A')[0]).toMatch(/^a\.mdx:\d+: The frontmatter is not valid YAML: /);
    expect(said('- a')[0]).toMatch(/has no fields/);
  });

  it('refuses a bomb of aliases in a moment', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x]',
      ...'bcdefgh'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(8).fill(`*${'abcdefg'[index]}`)}]`),
      'title: *h',
    ];
    expect(said(...bomb)[0]).toMatch(/aliases/);
  });
});
