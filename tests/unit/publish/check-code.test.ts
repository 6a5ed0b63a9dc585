import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const content = mkdtempSync(join(tmpdir(), 'stet-code-'));
afterAll(() => rmSync(content, { recursive: true, force: true }));
cpSync('tests/fixtures/site.ts', join(content, 'site.ts'));
process.env['STET_CONTENT'] = content; // read when the rooms are loaded
const { checkCode } = await import('../../../src/publish/check-code.ts');
const { pageFacts } = await import('../../../src/publish/page-facts.ts');
const { parsePage } = await import('../../../src/publish/page-tree.ts');

/** What is said of a page whose text is `shown`, and whose author wrote `source`. */
function said(shown: string, source: string): string[] {
  mkdirSync(join(content, 'essays/one'), { recursive: true });
  writeFileSync(join(content, 'essays/one/index.mdx'), `---\ntitle: A\n---\n${source}\n`);
  const html = `<!doctype html><title>A</title><article class="prose">${shown}</article>`;
  const { codeInText } = pageFacts(parsePage(html), html, 'https://a.example/');
  return checkCode([{ path: 'essays/one/index.html', codeInText }]).map(
    ({ line, message }) => `${line}: ${/`(.*?)`/.exec(message)?.[1]}`,
  );
}

describe('code that expressions of a text wrote into it is named with the line of the text', () => {
  it.each([
    ['<script>x()</script>', 'export const Tag = "script";\n\n<Tag>x()</Tag>', ['4: <script>']],
    ['<script>x()</script>', 'A\n\n{<script>x()</script>}', ['6: <script>']],
    ['<style>a{}</style>', "A\n\n<Tag />\n\nexport const Tag = 'style';", ['8: <style>']],
    ['<p onclick="x()">a</p>', 'A\n\nexport const A = () => <p onclick="x()">a</p>;', ['6: onclick']],
    ['<a href="java\nscript:x()">a</a>', 'A\n\n<a href={"javascript:" + "x()"}>a</a>', ['6: javascript:']],
    ['<iframe src="javascript:x()"></iframe>', 'import A from "./a.astro";\n\n<A />', ['4: javascript:']],
    ['<a href="/javascript:/" title="onclick">a</a>', 'A', []],
  ])('%j', (shown, source, expected) => {
    expect(said(shown, source)).toEqual(expected);
  });
});
