import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-'));
const work = {
  id: 'sea',
  type: 'book',
  title: 'The sea',
  edition: 2,
  author: [{ family: 'Diver' }],
  issued: { 'date-parts': [[2001]] },
};

beforeAll(() => writeFileSync(join(folder, 'references.json'), JSON.stringify([work])));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['de', '2. Aufl.'],
  ['de-AT', '2. Aufl.'],
  ['fr', '2<sup>e</sup> éd.'],
  ['en', '2nd ed.'],
  ['en-GB', '2nd ed.'],
  ['ja', '2nd ed.'], // the citation engine does not know it
])('references of a text in %s have its terms', async (language, edition) => {
  const { html } = await compileText('A wave [@sea].', { path: join(folder, 'index.md'), language });
  expect(html).toContain(`<i>The sea</i> (${edition})`);
});

it.each<[string, string]>([
  [
    'references.bib',
    '@book{a, title={T}, year={2001}, author={{Amnesty International} and {{Frank Press}}}}',
  ],
  [
    'references.json',
    '[{"id":"a","type":"book","title":"T","issued":{"date-parts":[[2001]]},"author":[{"literal":"Amnesty International"},{"literal":"Frank Press"}]}]',
  ],
])('names organisations whole where %s says that they are', async (name, source) => {
  const path = join(mkdtempSync(join(folder, 'named-')), 'index.md');
  writeFileSync(join(path, '..', name), source);
  const { html, problems } = await compileText('A [@a].', { path });
  expect(problems).toEqual([]);
  expect(html).toContain('>Amnesty International &#x26; Frank Press, 2001</a>');
  expect(html).toMatch(/Amnesty International,? &#x26; Frank Press\. \(2001\)/);
});

it.each([
  ['ar', '[@sea، ص 12]', 'Diver، 2001، ص 12'],
  ['ja', '[@sea、12頁；@sea]', 'Diver、2001、12頁'],
  ['zh', '[@sea，第12页]', 'Diver、2001、第12页'],
])('a text in %s cites with its own comma: %s', async (language, citation, shown) => {
  const { html } = await compileText(`A ${citation}.`, { path: join(folder, 'index.md'), language });
  expect(html).toContain(`>${shown}</a>`);
  expect(html).not.toContain('[@');
});

it('names a work that the citation engine does not survive', async () => {
  const odd = { ...work, id: 'odd', author: [{ family: '__proto__', given: 'A' }] };
  const path = join(mkdtempSync(join(folder, 'odd-')), 'index.md');
  writeFileSync(join(path, '../references.json'), JSON.stringify([work, odd]));
  const { problems } = await compileText('A wave [@odd].', { path });
  expect(problems).toMatchObject([
    {
      code: 'text/invalid-bibliography',
      file: expect.stringMatching(/references\.json$/),
      message: expect.stringContaining('no citation can be made of `odd`'),
    },
  ]);
});

it.each<[string, string, string]>([
  ['references.json', '[{"type":"book","title":"T"}]', 'work 1 has no `id`'],
  ['references.json', '{"a":{"type":"book","title":"T"}}', 'work 1 has no `id`'],
  ['references.json', '{"a":', 'Unexpected end of JSON input'],
  ['references.bib', `@book{a, title={${'{'.repeat(3000)}T}}`, 'something in it is nested too deep'],
  ['references.bib', '@book{a, title={T}\n', 'expected "rbrace", got EOF'],
])('says on one line what is wrong with %s: %j', async (name, source, reason) => {
  const path = join(mkdtempSync(join(folder, 'bad-')), 'index.md');
  writeFileSync(join(path, '..', name), source);
  const { problems } = await compileText('A wave [@a].', { path });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({
    code: 'text/invalid-bibliography',
    file: expect.stringContaining(name),
    message: expect.stringMatching(/^.*$/),
  });
  expect(problems[0]?.message).toContain(reason);
});

it('names a heading without the sign of its citation', async () => {
  const { html } = await compileText('## Waves [@sea] at sea\n\nWords.', { path: join(folder, 'index.md') });
  expect(html).toContain('aria-label="Link to “Waves at sea”"');
});

it('reads one bibliography for a text, and says where there are two', async () => {
  const path = join(mkdtempSync(join(folder, 'two-')), 'index.md');
  writeFileSync(join(path, '../references.json'), JSON.stringify([work]));
  writeFileSync(join(path, '../references.bib'), '@book{other, title={T}, year={2001}}');
  const { problems } = await compileText('A wave [@sea].', { path });
  expect(problems).toMatchObject([
    { code: 'text/invalid-bibliography', message: expect.stringContaining('both `references.json`') },
  ]);
});

it('reads a file that begins with a byte order mark, and says where there is none to choose from', async () => {
  const path = join(mkdtempSync(join(folder, 'mark-')), 'index.md');
  writeFileSync(join(path, '../references.json'), `\uFEFF${JSON.stringify([work])}`);
  expect((await compileText('A wave [@sea].', { path })).problems).toEqual([]);
  writeFileSync(join(path, '../references.json'), '[]');
  expect((await compileText('A wave [@sea].', { path })).problems[0]?.message).toMatch(
    /The keys are: none\.$/,
  );
});

it.each([
  '<p>As [@sea] said.</p>',
  '<blockquote>A <b>wave</b> [@sea, p. 3]</blockquote>',
  '<table><tr><td>[@sea]</td></tr></table>',
  '- <p>As [@other] said.</p>',
  'As \\[@sea] said, and \\[@other, p. 3].',
  'As `[@other]` said.',
  '[@other](https://o.example/)',
])('what is no Markdown cites nothing: %j', async (text) => {
  const { html, problems } = await compileText(text, { path: join(folder, 'index.md') });
  expect(problems).toEqual([]);
  expect(html).not.toContain('doc-biblioref');
  if (!text.includes('](')) expect(html).toMatch(/\[@(?:sea|other)/);
});

it.each([
  ['A *wave [@sea]* here.', 1],
  ['<div>\n\nA wave [@sea] and <span>[@sea, p. 3]</span>\n\n</div>', 2],
  ['> - A wave\n>   [@sea,\n>   p. 3]', 1],
  ['| a |\n|---|\n| [@sea] |', 1],
  ['A wave.^[As [@sea] says.]', 1],
  ['## A wave [@sea]\r\n\r\nText.\r\n', 1],
  ['[a wave [@sea]', 1],
])('what is Markdown does: %j', async (text, count) => {
  const { html, problems } = await compileText(text, { path: join(folder, 'index.md') });
  expect(problems).toEqual([]);
  expect(html.match(/doc-biblioref/g)).toHaveLength(count);
  expect(html.replaceAll(/aria-label="[^"]*"/g, '')).not.toMatch(/\[@sea|data-citation/);
});
