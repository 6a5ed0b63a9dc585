import { describe, expect, it } from 'vitest';
import { readFrontmatter } from '../../../src/compile/frontmatter.ts';
import { essaySchema } from '../../../src/document/frontmatter.ts';
import { formatProblem } from '../../../src/document/problem.ts';

const good = ['title: A', 'description: B', 'published: 2026-01-02'];

/** What is wrong with the frontmatter of a whole file. */
function problemsIn(source: string): string[] {
  const read = readFrontmatter('a.mdx', source, essaySchema('en'));
  return 'problems' in read ? read.problems.map(formatProblem) : [];
}

const messages = (...fields: string[]) => problemsIn(`---\n${fields.join('\n')}\n---\n\nText.\n`);

describe('readFrontmatter', () => {
  it('says nothing about good frontmatter, with a byte order mark and Windows line ends too', () => {
    expect(messages(...good)).toEqual([]);
    expect(problemsIn(`\ufeff---\r\n${good.join('\r\n')}\r\n---\r\nText`)).toEqual([]);
  });

  it.each<[string, string[], string]>([
    [
      'a day that does not exist',
      ['title: A', 'description: B', 'published: 2026-02-31'],
      'a.mdx:4:12: `published` must be a date such as 2026-02-28; found "2026-02-31". [frontmatter/invalid-value]',
    ],
    [
      'a misspelt field',
      [...good, 'titel: C'],
      'a.mdx:5:1: `titel` is not a field of the frontmatter. Did you mean `title`? [frontmatter/unknown-field]',
    ],
    [
      'the name of another program',
      [...good, 'tags: [x]'],
      'a.mdx:5:1: `tags` is not a field of the frontmatter. Did you mean `topics`? [frontmatter/unknown-field]',
    ],
    [
      'the name of another program for a day',
      [...good, 'lastmod: 2026-02-01'],
      'a.mdx:5:1: `lastmod` is not a field of the frontmatter. Did you mean `updated`? [frontmatter/unknown-field]',
    ],
    [
      'a word of the wrong kind',
      [...good, 'draft: "yes"'],
      'a.mdx:5:8: `draft` must be true or false, without quotation marks; found "yes". [frontmatter/invalid-value]',
    ],
    [
      'a value that is not offered',
      [...good, 'status: finnished'],
      'a.mdx:5:9: `status` must be one of: notes, in progress, finished; found "finnished". Did you mean `finished`? [frontmatter/invalid-value]',
    ],
    [
      'a missing field',
      ['title: A', 'published: 2026-01-02'],
      'a.mdx:1: `description` is required. Add it to the frontmatter. [frontmatter/missing-field]',
    ],
    [
      'an author without a name',
      [...good, 'authors: [""]'],
      'a.mdx:5:11: `authors.0` must not be empty; found "". [frontmatter/invalid-value]',
    ],
    [
      'an author with a part of another name',
      [...good, 'authors: [{ organisation: A }]'],
      'a.mdx:5:11: `authors.0` must be a name, `organization: …`, or `given: …` and `family: …`; found {"organisation":"A"}. [frontmatter/invalid-value]',
    ],
    [
      'a mistake inside a list',
      [...good, 'changes:', '  - date: 2026-01-03', '    note: x', '  - date: soon', '    note: y'],
      'a.mdx:8:11: `changes.1.date` must be a date such as 2026-02-28; found "soon". [frontmatter/invalid-value]',
    ],
    [
      'a misspelt field of a group',
      [...good, 'index:', '  ad: [x]'],
      'a.mdx:6:3: `index.ad` is not a field of the frontmatter. Did you mean `add`? [frontmatter/unknown-field]',
    ],
    [
      'a revision before publication',
      [...good, 'updated: 2025-01-01'],
      'a.mdx:5:10: `updated` must not be earlier than `published`; found "2025-01-01". [frontmatter/invalid-value]',
    ],
    [
      'a language that is none',
      [...good, 'language: english language'],
      'a.mdx:5:11: `language` must be a language tag such as en, de or pt-BR; found "english language". [frontmatter/invalid-value]',
    ],
  ])('names the line, what was found and what is right: %s', (_case, fields, sentence) => {
    expect(messages(...fields)).toEqual([sentence]);
  });

  it('says it when the block is missing or is not YAML', () => {
    expect(problemsIn('Text')[0]).toMatch(/^a\.mdx:1: There is no frontmatter/);
    expect(messages('title: "A')[0]).toMatch(/^a\.mdx:\d+:\d+: The frontmatter is not valid YAML: /);
    expect(messages('- a')[0]).toMatch(/has no fields/);
  });

  it('turns TOML into the YAML that is right', () => {
    expect(problemsIn('+++\ntitle = "A: b"\ndate = 2020-01-02T03:04:05Z\ntags = ["x"]\n+++\n\nText')).toEqual(
      [
        'a.mdx:1: The frontmatter is TOML (between lines `+++`). Write it as YAML: [frontmatter/toml]\n---\ntitle: "A: b"\npublished: 2020-01-02\ntopics:\n  - x\n---',
      ],
    );
  });

  it('refuses a bomb of aliases in a moment', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x]',
      ...'bcdefgh'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(8).fill(`*${'abcdefg'[index]}`)}]`),
      'title: *h',
    ];
    expect(messages(...bomb)[0]).toMatch(/aliases/);
  });
});
