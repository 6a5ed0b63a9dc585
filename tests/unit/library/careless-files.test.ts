import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { formatProblem } from '../../../src/document/problem.ts';

/** What lies in the folder of an essay, by name; a text without frontmatter gets one. */
type Files = Record<string, string | Uint8Array>;

/** Mistakes as `code:line`, the words that must be on the page, or the number of words. */
type Expected = string[] | RegExp | number;

const required = 'title: A\ndescription: A\npublished: 2026-01-02\n';
const fields = (lines: string): Files => ({ 'index.md': `---\n${required}${lines}\n---\n\nWords here.\n` });
const titled = (title: string): Files => ({
  'index.md': `---\ntitle: ${title}\ndescription: A\npublished: 2026-01-02\n---\n\nWords here.\n`,
});
const text = (body: string): Files => ({ 'index.md': body });
const mdx = (body: string): Files => ({ 'index.mdx': body });
const drawing = (svg: string | Uint8Array): Files => ({ 'index.md': '![a](./a.svg)', 'a.svg': svg });
const svg = (inside: string, attributes = 'width="9" height="9"') =>
  drawing(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);
const cited = (works: string | Uint8Array, name = 'references.bib'): Files => ({
  'index.md': 'A [@a].',
  [name]: works,
});
const json = (works: string) => cited(works, 'references.json');
const ledger = (file: string): Files => ({ 'index.md': 'Words.', 'anchors.json': file });
const comment = (name: string, file: string | Uint8Array): Files => ({
  'index.md': 'Words.',
  [`comments/${name}`]: file,
});
const anchors = (...all: object[]) =>
  JSON.stringify({
    version: 1,
    slug: 'x',
    formerly: [],
    anchors: all.map((one) => ({ kind: 'paragraph', since: '2026-01-02', text: 'x', words: '', ...one })),
  });
const value = (line: number) => [`frontmatter/invalid-value:${line}`];
const unknown = (line: number) => [`frontmatter/unknown-field:${line}`];
const picture = ['text/invalid-image:7'];
const bibliography = ['text/invalid-bibliography:0'];

const cases: Record<string, [Files, Expected]> = {
  'title-number': [titled('12345'), value(2)],
  'title-null': [titled(''), value(2)],
  'title-list': [titled('[a, b]'), value(2)],
  'title-binary': [titled('!!binary aGVsbG8='), value(2)],
  'title-half-character': [titled('"A \\uD83D b"'), value(2)],
  'title-nul': [titled('"A \\0 b"'), value(2)],
  'title-line-separator': [titled('"A\\u2028b"'), value(2)],
  'title-long': [titled('a '.repeat(50_000)), value(2)],
  'title-markup': [titled('"</title><script>alert(1)</script>"'), 2],
  'title-twice': [fields('title: B'), ['frontmatter/invalid-yaml:5']],
  tab: [fields('topics:\n\t- a'), ['frontmatter/invalid-yaml:6']],
  merge: [fields('<<: *a'), ['frontmatter/alias:1']],
  'tag-of-a-function': [fields('topics: !!js/function "function(){}"'), value(5)],
  'topics-string': [fields('topics: one, two'), value(5)],
  'topics-nested': [fields('topics: [[a], {b: c}]'), [...value(5), ...value(5)]],
  'part-huge': [fields('series: {name: S, part: 99999999999999999999}'), value(5)],
  'part-infinite': [fields('series: {name: S, part: .inf}'), value(5)],
  'part-zero': [fields('series: {name: S, part: -0}'), value(5)],
  'language-name': [fields('language: english'), value(5)],
  'language-underscore': [fields('language: de_DE'), value(5)],
  'language-endless': [fields(`language: ${'x-'.repeat(500)}a`), value(5)],
  'key-nothing': [fields('? \n: x'), unknown(1)],
  'key-emoji': [fields('😀: x'), unknown(5)],
  'key-proto': [fields('__proto__: {a: b}'), unknown(5)],
  'key-constructor': [fields('constructor: x'), unknown(5)],
  'index-null': [fields('index:'), value(5)],
  'draft-yes': [fields('draft: yes'), value(5)],
  'authors-map': [fields('authors: {name: A}'), value(5)],
  'changes-impossible': [fields('changes: [{date: 2026-02-30, note: x}]'), value(5)],
  'alias-percent': [fields('aliases: ["/%zz"]'), value(5)],
  'alias-long': [fields(`aliases: ["/${'a'.repeat(300)}"]`), value(5)],
  'alias-deep': [fields(`aliases: ["/${'a/'.repeat(900)}"]`), value(5)],
  'alias-feed': [fields('aliases: ["/feed.xml"]'), ['frontmatter/used-address:5']],
  'alias-headers': [fields('aliases: ["/_headers"]'), ['frontmatter/used-address:5']],
  'alias-topic': [fields('aliases: ["/topics/oil/"]'), ['frontmatter/used-address:5']],
  'alias-part-of-an-essay': [
    fields('aliases: ["/essays/alias-part-of-an-essay/cite/"]'),
    ['frontmatter/used-address:5'],
  ],
  'alias-under-a-file': [fields('aliases: ["/old.html", "/old.html/more"]'), ['frontmatter/used-address:5']],
  'alias-above-a-file': [fields('aliases: ["/two.html/more", "/two.html"]'), ['frontmatter/used-address:5']],
  'alias-beside': [fields('aliases: ["/2019/03/a", "/2019/03/", "/2019/b.html"]'), 2],
  'fields-deep': [fields(`topics: ${'['.repeat(3000)}${']'.repeat(3000)}`), /frontmatter\//],
  'fields-four-hyphens': [{ 'index.md': `----\n${required}----\n\nWords` }, ['frontmatter/missing:1']],
  'fields-as-json': [{ 'index.md': '{"title": "A"}\n\nWords' }, ['frontmatter/missing:1']],
  'fields-without-end': [{ 'index.md': '---\ntitle: A\n\nWords' }, ['frontmatter/missing:1']],
  'fields-alone': [{ 'index.md': `---\n${required}---` }, ['text/empty:0']],
  'deep-div': [text(`${'<div>'.repeat(5000)}Q1${'</div>'.repeat(5000)}`), ['source/too-deep:7']],
  'deep-div-in-mdx': [mdx(`${'<div>'.repeat(3000)}Q1${'</div>'.repeat(3000)}`), ['source/too-deep:7']],
  'deep-quotes': [text(`${'>'.repeat(20_000)} Q1`), ['source/too-deep:7']],
  'flat-div': [text(`${'<b>a</b>'.repeat(300)} Q1`), 301],
  'many-notes-begin': [text(`${'^['.repeat(20_000)}\n\nQ1`), ['source/too-many-marks:7']],
  'many-references-begin': [mdx(`${'[^'.repeat(20_000)}\n\nQ1`), ['source/too-many-marks:7']],
  'many-links-begin': [text(`${'[a]('.repeat(3000)}\n\nQ1`), /^$/],
  'many-brackets': [text(`${'['.repeat(5000)}\n\nQ1`), /^$/],
  'many-ampersands': [text(`${'&'.repeat(20_000)}\n\nQ1`), /^$/],
  'many-tags-begin': [mdx(`${'<a '.repeat(20_000)}\n\nQ1`), /:7$/],
  'many-braces': [mdx(`${'{'.repeat(20_000)}\n\nQ1`), /:7$/],
  'no-character': [text('a \uFFFE b \u{1FFFF}'), ['source/control-character:7']],
  'no-character-as-number': [text('a <b>&#xFFFF;</b>'), ['source/control-character:7']],
  'latin-control': [text('a \u0085 b'), ['source/control-character:7']],
  accents: [text(`a${'\u0301'.repeat(5000)} Q1`), 2],
  'formula-deep': [text(`$$\n${'{'.repeat(20_000)}x${'}'.repeat(20_000)}\n$$`), ['text/formula:7']],
  'formula-endless': [text('$$\n\\def\\a{\\a\\a}\\a\n$$'), ['text/formula:7']],
  'formula-link': [text('$\\href{javascript:alert(1)}{x}$'), ['text/formula:7']],
  'code-language': [text('```"><script>alert(1)</script>\nQ1\n```'), 1],
  'code-language-long': [text(`\`\`\`${'x'.repeat(10_000)}\nQ1\n\`\`\``), 1],
  'heading-odd': [text('## 🐝\n\n## \u200b\n\n## `<>`\n\nQ1'), /^$/],
  'link-file': [text('[a](<file:///etc/passwd>)'), ['text/unsafe-address:7']],
  'link-drive': [text('[a](<C:\\x>)'), ['text/unsafe-address:7']],
  'link-source': [text('[a](<view-source:x>)'), ['text/unsafe-address:7']],
  'picture-loop': [text('![a](./loop.png)'), picture],
  'picture-outside': [text('![a](../../../../../etc/hostname)'), ['text/missing-image:7']],
  'picture-nothing': [text('![a](<>)'), picture],
  'svg-onload': [svg('', 'width="9" height="9" onload="alert(1)"'), picture],
  'svg-deep': [svg(`${'<g>'.repeat(20_000)}${'</g>'.repeat(20_000)}`), picture],
  'svg-percent': [svg('', 'width="100%" height="100%"'), picture],
  'svg-negative': [svg('', 'width="-5" height="5"'), picture],
  'svg-no-numbers': [svg('', 'viewBox="a b c d"'), picture],
  'svg-packed': [drawing(gzipSync('<svg width="9" height="9"/>')), picture],
  'svg-utf16': [drawing(Buffer.from('\uFEFF<svg width="9" height="9"/>', 'utf16le')), picture],
  'svg-html': [drawing('<html><body>x</body></html>'), picture],
  'bib-unclosed': [cited('@book{a, title = {T'), bibliography],
  'bib-latin1': [cited(Buffer.from('@book{a, title={Café}, year=2000}', 'latin1')), bibliography],
  'bib-deep': [cited(`@book{a, title={${'{'.repeat(5000)}T${'}'.repeat(5000)}}}`), bibliography],
  'bib-twice': [cited('@book{a, title={T}}\n@book{a, title={U}}'), ['text/duplicate-work:0']],
  'bib-empty': [cited(''), ['text/unknown-citation:7']],
  'bib-circle': [cited('@string{x = y}\n@string{y = x}\n@book{a, title=x, year=2000}'), 2],
  'bib-markup': [
    json('[{"id":"a","type":"book","title":"<img src=x onerror=alert(1)>","URL":"javascript:alert(1)"}]'),
    2,
  ],
  'json-null': [json('null'), bibliography],
  'json-numbers': [json('[1, null, "x"]'), bibliography],
  'json-deep': [json('['.repeat(30_000)), bibliography],
  'json-proto': [json('[{"id":"__proto__","type":"book"}]'), ['text/unknown-citation:7']],
  'json-huge-year': [json('[{"id":"a","title":"T","issued":{"date-parts":[[1e308]]}}]'), 2],
  'ledger-null': [ledger('null'), ['anchors/unreadable-ledger:0']],
  'ledger-list': [ledger('[]'), ['anchors/unreadable-ledger:0']],
  'ledger-deep': [ledger('['.repeat(30_000)), ['anchors/unreadable-ledger:0']],
  'ledger-huge': [ledger('{"version":1e400}'), ['anchors/unreadable-ledger:0']],
  'ledger-twice': [ledger(anchors({ id: 'a' }, { id: 'a' })), ['anchors/unreadable-ledger:0']],
  'ledger-proto': [ledger(anchors({ id: '__proto__' })), ['anchors/unreadable-ledger:0']],
  'ledger-kind': [ledger(anchors({ id: 'a', kind: 'nope' })), ['anchors/unreadable-ledger:0']],
  'comment-capitals': [comment('2026-01-02-A.MD', 'Hello'), ['comment/invalid-name:0']],
  'comment-accents': [comment('Ünï cödé.md', 'Hello'), ['comment/invalid-name:0']],
  'comment-plain': [comment('2026-01-02-a.md', 'Hello'), ['comment/no-frontmatter:1']],
  'comment-bytes': [comment('2026-01-02-a.md', Buffer.from([0xff, 0xfe, 0, 1])), ['source/not-utf-8:0']],
  'comment-yaml': [comment('2026-01-02-a.md', '---\nname: [A\n---\nx'), ['frontmatter/invalid-yaml:2']],
  'import-itself': [mdx("import X from './index.mdx'\n\n<X />"), ['text/import-circle:7']],
  'import-one': [mdx("import X from '../import-two/index.mdx'\n\n<X />"), ['text/import-circle:7']],
  'import-two': [mdx("import X from '../import-one/index.mdx'\n\n<X />"), ['text/import-circle:7']],
  'import-part': [
    {
      ...mdx("import A from './a.mdx'\nimport B from './b.mdx'\n\n<A /><B />"),
      'a.mdx': "import B from './b.mdx'\n\n<B />",
      'b.mdx': 'Q1',
    },
    /^$/,
  ],
  'import-style': [{ ...mdx("import './x.css'\n\nQ1"), 'x.css': '' }, ['text/unsupported-import:7']],
  'export-type': [mdx('export type A = string;\n\nQ1'), /:7/],
  CON: [text('Q1'), ['source/invalid-slug:0']],
  nul: [text('Q1'), ['source/invalid-slug:0']],
  ['a'.repeat(120)]: [text('Q1'), ['source/invalid-slug:0']],
  'a b': [text('Q1'), ['source/invalid-slug:0']],
  '😀': [text('Q1'), ['source/invalid-slug:0']],
};

const top = mkdtempSync(join(tmpdir(), 'stet-careless-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const content = join(top, 'content');
for (const [slug, [files]] of Object.entries(cases))
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(content, 'essays', slug, name);
    const isBare = /^index\.mdx?$/.test(name) && typeof bytes === 'string' && !/^(?:-{3}|\{")/.test(bytes);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, isBare ? `---\n${required}---\n\n${bytes}\n` : bytes);
  }
symlinkSync('loop.png', join(content, 'essays/picture-loop/loop.png'));
symlinkSync('loop', join(content, 'essays/loop'));
mkdirSync(join(content, 'pages'));
writeFileSync(
  join(content, 'site.ts'),
  `export { site } from ${JSON.stringify(join(process.cwd(), 'tests/fixtures/site.ts'))};\n`,
);

process.env['STET_CONTENT'] = content; // read when the rooms are loaded
const { openCache } = await import('../../../src/cache/cache.ts');
const { readSources } = await import('../../../src/compile/read-sources.ts');
const { compileLibrary } = await import('../../../src/library/compile-library.ts');
const { siteCompiler } = await import('../../../src/library/site-compiler.ts');

const times: number[] = [performance.now()];
const sources = readSources('en');
const library = await compileLibrary(sources, {
  compiler: siteCompiler(openCache(join(top, 'cache'))),
  language: 'en',
  withDrafts: false,
  progress: () => void times.push(performance.now()),
});
const problems = [...sources.problems, ...library.problems];

it.each(Object.entries(cases))(
  '%s gives a page with all of its words, or a sentence',
  (slug, [, expected]) => {
    const own = problems.filter(({ file }) => file.includes(`essays/${slug}/`));
    for (const one of own) {
      expect(formatProblem(one)).not.toMatch(/\n\s+at |undefined|\[object/);
      expect(one.message.length).toBeLessThan(1000);
    }
    const said = [...new Set(own.map(({ code, line }) => `${code}:${line}`))];
    if (Array.isArray(expected)) expect(said).toEqual([...new Set(expected)]);
    else if (expected instanceof RegExp) expect(said.join()).toMatch(expected);
    else expect(said).toEqual([]);
    if (said.length > 0) return;
    const essay = library.essays.find((one) => one.slug === slug);
    if (typeof expected === 'number') expect(essay?.words).toBe(expected);
    const shown = essay?.blocks.map((block) => block.text).join(' ') ?? '';
    for (const word of essay ? ['Q1'] : [])
      if (
        Object.values(cases[slug]?.[0] ?? {}).some((file) => file.toString().includes(word)) &&
        !/^import/.test(slug)
      )
        expect(shown).toContain(word);
  },
);

it('a folder that is a link to itself is named', () => {
  const own = problems.filter(({ file }) => file.endsWith('essays/loop'));
  expect(own.map(({ code }) => code)).toEqual(['source/unreadable']);
});

it('none takes ten seconds', () => {
  const longest = Math.max(...times.slice(1).map((time, index) => time - (times[index] ?? 0)));
  expect(longest).toBeLessThan(10_000);
});
