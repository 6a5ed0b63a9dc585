import type { Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
import { collected } from '../../../src/compile/collected.ts';
import { numberComments } from '../../../src/compile/steps/comment-counts.ts';
import { commentCounts } from '../../../src/document/comment-counts.ts';
import type { ShownComment } from '../../../src/document/shown-comment.ts';
import { textForm } from '../../../src/document/text-form.ts';
import { searchRecords } from '../../../src/search/build/search-record.ts';

const text = `Opening.

## One

First paragraph.[^n]

- a
- b

> said

| a |
|---|
| 1 |

\`\`\`
code
\`\`\`

### Inside

Second paragraph.

## Two

Third, with [a <b id="in-a-link">link</b>](https://a.example/) in it.

[^n]: Note.
`;

const comment = (id: string, block: string | null, parent: string | null = null): ShownComment => ({
  id: `comment-${id}`,
  name: 'Jane',
  website: null,
  date: '2026-01-01',
  isAuthor: false,
  isPending: false,
  parent: parent && `comment-${parent}`,
  passage: block === null ? null : { address: `/essays/essay/#${block}`, block, opening: null },
  quote: null,
  body: [],
});

const words = {
  onSection: (count: number) => `${count} on the section`,
  onParagraph: (count: number) => `${count} on the paragraph`,
  onPassage: (count: number) => `${count} on the passage`,
};

/** The text with counts. */
function counted(body: Root, comments: readonly ShownComment[]): Root {
  const tree = structuredClone(body);
  const file = new VFile();
  file.data.comments = comments;
  numberComments({ words })(tree, file);
  return tree;
}

const { document } = await compileText(text);
const idOf = (start: string) => document.blocks.find((block) => block.text.startsWith(start))?.id ?? '';
const all = document.blocks.map(({ id }, index) => comment(`${index}`, id));

describe('counts of comments', () => {
  it('stand in each kind of block, where HTML allows a link, and beside the heading of its section', () => {
    const tree = counted(document.body, all);
    const hosts = selectAll('*', tree).flatMap((element) =>
      element.children.some(
        (child) => child.type === 'element' && child.properties['dataCount'] !== undefined,
      )
        ? [element.tagName]
        : [],
    );
    expect(hosts).toEqual(['p', 'div', 'p', 'li', 'p', 'section', 'section', 'div', 'p', 'div', 'p', 'li']);
    expect(selectAll('a a, svg a, pre .comment-count', tree)).toEqual([]);
  });

  it('count a section’s own comments, not those of the sections in it, and lead to the first', () => {
    const comments = [
      comment('late', idOf('First')),
      comment('head', idOf('One')),
      comment('inner', idOf('Second')),
      comment('again', idOf('First')),
    ];
    const links = selectAll('.heading > .comment-count', counted(document.body, comments));
    expect(links.map(({ properties: { href, ariaLabel } }) => [href, ariaLabel])).toEqual([
      ['#comment-late', '3 on the section'],
      ['#comment-inner', '1 on the section'],
    ]);
  });

  it('count an answer on the passage of what it answers, whatever answers what', () => {
    const counts = commentCounts([
      comment('a', 'x'),
      comment('b', null, 'a'),
      comment('c', 'y', 'a'),
      comment('d', null, 'b'),
      comment('e', null, 'f'),
      comment('f', null, 'e'),
      comment('g', null, 'gone'),
    ]);
    expect([...counts]).toEqual([
      ['x', { count: 3, first: 'comment-a' }],
      ['y', { count: 1, first: 'comment-c' }],
    ]);
  });

  it('are no words of the text: not in its forms, its search, its links, nor in what is copied', () => {
    const tree = counted(document.body, all);
    expect(toHtml(tree)).not.toBe(toHtml(document.body));
    expect(textOf(tree)).toBe(textOf(document.body));
    expect(textForm(tree)).toEqual(textForm(document.body));
    expect(collected(tree).links).toEqual(collected(document.body).links);
    const options = { language: 'en', introduction: 'Introduction' };
    expect(searchRecords({ ...document, body: tree }, '/essays/essay/', options)).toEqual(
      searchRecords(document, '/essays/essay/', options),
    );
  });

  it('leave a text without comments as it was', () => {
    expect(counted(document.body, [])).toEqual(document.body);
    expect(counted(document.body, [comment('a', null), comment('b', 'nowhere')])).toEqual(document.body);
  });
});
