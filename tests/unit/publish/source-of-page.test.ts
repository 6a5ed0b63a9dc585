import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const content = mkdtempSync(join(tmpdir(), 'stet-source-'));
process.env['STET_CONTENT'] = content; // read when the rooms are loaded
const { sourceOf } = await import('../../../src/publish/source-of-page.ts');
afterAll(() => rmSync(content, { recursive: true }));

mkdirSync(join(content, 'essays/tide'), { recursive: true });
mkdirSync(join(content, 'pages'));
for (const name of ['essays/tide/index.mdx', 'essays/tide/index.pt-BR.md', 'pages/about.md'])
  writeFileSync(join(content, name), '---\n---\n\n[A](/missing/)\n');

it.each([
  ['essays/tide/index.html', 'index.mdx'],
  ['essays/tide/pt-br/index.html', 'index.pt-BR.md'],
  ['about/index.html', 'about.md'],
])('finds the text of %s and the line with an address', (page, name) => {
  const { file, line } = sourceOf(page, '/missing/');
  expect([basename(file), line]).toEqual([name, 4]);
});

it('names the page itself where no text has the words, or where there is none', () => {
  for (const page of ['essays/tide/cite/index.html', 'index.html'])
    expect(sourceOf(page, '/missing/')).toEqual({ file: page, line: 0 });
});
