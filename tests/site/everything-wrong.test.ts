import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** Frontmatter and body of texts, each with one mistake, and the code that names it. */
const fields = 'title: A\ndescription: A text.\npublished: 2026-01-02';
const bodies: Record<string, string> = {
  'text/refused-element': '<script>alert(1)</script>',
  'text/refused-attribute': '<p onclick="x()">a</p>',
  'text/unsafe-address': '[a](javascript:alert(1))',
  'text/unclosed-comment': '<!-- open',
  'text/undefined-note': 'A note[^1].',
  'text/unreferenced-note': 'A\n\n[^1]: A note.',
  'text/duplicate-note': 'A[^1]\n\n[^1]: one\n[^1]: two',
  'text/empty-note': 'A[^1]\n\n[^1]: ',
  'text/extra-cell': '| a |\n|---|\n| 1 | 2 |',
  'text/missing-image': '![a](./none.png)',
  'text/remote-image': '![a](https://a.example/x.png)',
  'text/image-with-space': '![a](my cat.png)',
  'text/unknown-frame': '<iframe src="https://a.example/"></iframe>',
  'text/unknown-element': 'A Vector<int> here.',
  'text/empty-code': '```const a = 1;\n```',
  'text/lost-words': 'Before <?php words(); ?>',
  'text/formula': 'A $\\notacommand{$',
  'text/no-bibliography': 'A [@none].',
  'text/unknown-wiki-link': '[[nowhere at all]]',
  'text/template-code': '{% include x %}',
  'text/duplicate-id': '## A {#x}\n\n## B {#x}',
  'link/missing-page': '[a](/essays/not-there/)',
  'link/missing-fragment': '[a](#not-there)',
};
const texts: Record<string, string> = {
  'frontmatter/missing': 'No fields.',
  'frontmatter/missing-field': '---\ntitle: A\npublished: 2026-01-02\n---\n\nText.',
  'frontmatter/unknown-field': `---\n${fields}\ncolour: red\n---\n\nText.`,
  'frontmatter/invalid-value': '---\ntitle: A\ndescription: A\npublished: 0000-01-01\n---\n\nText.',
  'frontmatter/invalid-yaml': '---\ntitle: "A\n---\n\nText.',
  'source/empty': '',
  'source/control-character': `---\n${fields}\n---\n\nA \u0001.`,
  'source/too-deep': `---\n${fields}\n---\n\n${'> '.repeat(200)}a`,
};

const folder = mkdtempSync(join(tmpdir(), 'stet-wrong-'));
const content = join(folder, 'content');
let output = '';

beforeAll(() => {
  cpSync('tests/fixtures/bad-text/site.ts', join(content, 'site.ts'));
  cpSync('tests/fixtures/bad-text/pages', join(content, 'pages'), { recursive: true });
  const add = (name: string, text: string) => {
    mkdirSync(join(content, 'essays', name), { recursive: true });
    writeFileSync(join(content, 'essays', name, 'index.md'), text);
  };
  for (const round of [1, 2]) {
    for (const [code, body] of Object.entries(bodies))
      add(`${code.replace('/', '-')}-${round}`, `---\n${fields}\n---\n\nText.\n\n${body}\n`);
    for (const [code, text] of Object.entries(texts)) add(`${code.replace('/', '-')}-${round}`, text);
  }
  // a mistake in the fields and one in the text
  add('both', `---\n${fields}\ncolour: red\n---\n\n<script>alert(1)</script>\n`);
  add('later', '---\ntitle: A\ndescription: A\npublished: 2999-01-02\n---\n\nText.\n');
  const env = { ...process.env, STET_CONTENT: content, STET_OUT: join(folder, 'dist') };
  const run = spawnSync(process.execPath, ['src/commands/build.ts'], { encoding: 'utf8', env });
  output = run.stderr;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([...Object.keys(bodies), ...Object.keys(texts), 'site/no-day-for-essay'])(
  'one run names %s',
  (code) => {
    expect(output).toContain(`[${code}]`);
  },
);

it('and all that is wrong with a text whose frontmatter is wrong too', () => {
  const problemsFile = /and \d+ more errors; all are in (\.stet\/problems\S*\.txt)/.exec(output)?.[1] ?? '';
  const all = readFileSync(problemsFile, 'utf8');
  rmSync(problemsFile);
  expect(all).toMatch(
    /both\/index\.md:5: .*\[frontmatter\/unknown-field\]|both\/index\.md:5:\d+: .*\[frontmatter\/unknown-field\]/,
  );
  expect(all).toMatch(/both\/index\.md:8.*\[text\/refused-element\]/);
  expect(all).not.toMatch(/\n\s+at /);
  for (const code of Object.keys({ ...bodies, ...texts }))
    for (const round of [1, 2]) expect(all).toContain(`${code.replace('/', '-')}-${round}/index.md`);
});
