import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { essaySchema } from '../../../src/document/frontmatter.ts';
import { placeholder } from '../../../src/document/placeholder.ts';
import { type Problem, problem } from '../../../src/document/problem.ts';
import { unfinishedProblems } from '../../../src/library/unfinished-problems.ts';

const codes = (
  texts: readonly string[],
  fields: object = {},
  problems: readonly Problem[] = [],
  components: string[] = [],
  path?: string,
) =>
  unfinishedProblems({
    file: 'a.md',
    metadata: {
      ...essaySchema('en').parse({ title: 'A', description: 'B', published: '2026-01-02', ...fields }),
      language: 'en',
    },
    blocks: texts.map((text, index) => ({ id: `b${index}`, kind: 'paragraph', text, line: index + 7 })),
    words: texts.join(' ').length,
    pictures: [],
    components,
    problems,
    ...(path === undefined ? {} : { path }),
  }).map(({ code, line }) => `${code}:${line}`);

it('stops what is no draft and was not finished', () => {
  expect(codes([])).toEqual(['text/empty:0']);
  expect(codes(['One.', placeholder.text.replaceAll('`', '')])).toEqual(['text/placeholder:8']);
  expect(codes(['Lorem ipsum dolor sit amet, consectetur'])).toEqual(['text/placeholder:7']);
  expect(codes(['One.'], { description: placeholder.description })).toEqual(['text/placeholder:1']);
});

it('names the line of a field that was not written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-unfinished-'));
  const path = join(folder, 'a.md');
  writeFileSync(
    path,
    `---\ntitle: "${placeholder.title}"\npublished: 2026-01-02\ndescription: ${placeholder.description}\n---\n`,
  );
  const fields = { title: placeholder.title, description: placeholder.description };
  expect(codes(['One.'], fields, [], [], path)).toEqual(['text/placeholder:2', 'text/placeholder:4']);
  rmSync(folder, { recursive: true });
});

it('lets drafts and finished texts pass', () => {
  expect(codes([], { draft: true })).toEqual([]);
  expect(codes([], {}, [problem('mdx/braces', { text: '{' }, { file: 'a.mdx', line: 7 })])).toEqual([]);
  expect(codes([], {}, [], ['{}'])).toEqual([]); // what an expression shows is not known yet
  expect(codes(['The words “lorem ipsum” fill a page.'])).toEqual([]);
});
