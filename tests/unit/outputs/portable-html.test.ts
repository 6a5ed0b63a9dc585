import { readFileSync } from 'node:fs';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
import { portableHtml } from '../../../src/outputs/portable-html.ts';

const page = 'https://site.example/base/essays/essay/';
const base = 'https://site.example/base/';

async function html(markdown: string, { fragments = 'page' as const, path = 'essay.mdx' } = {}) {
  const { document } = await compileText(markdown, { path });
  return toHtml({ type: 'root', children: portableHtml(document.body, { page, base, fragments }) });
}

describe('a text for other forms than its page', () => {
  it('has full addresses for links, pictures and fragments', async () => {
    const code = await html(
      '[a](/about/) [b](../other/#x) [c](https://x.example/) [d](#here) ![e](./waves.png)\n\n## Here',
      { path: 'tests/specimen/essays/specimen/index.md' },
    );
    expect([...code.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      'https://site.example/base/about/',
      'https://site.example/base/essays/other/#x',
      'https://x.example/',
      'https://site.example/base/essays/essay/#here',
      'https://site.example/base/essays/essay/waves.png',
    ]);
  });

  it('keeps links inside the text where the form has the ids itself', async () => {
    const { document } = await compileText('[d](#here)\n\n## Here');
    const tree = portableHtml(document.body, { page, base, fragments: 'inside' });
    expect(toHtml({ type: 'root', children: tree })).toContain('href="#here"');
  });

  it('has headings without their links, and notes without the margin', async () => {
    const code = await html('## Here\n\nOne.[^n]\n\n[^n]: Note.\n');
    expect(code).toContain('<h2 id="here">Here</h2>');
    expect(code).not.toMatch(/§|side-notes|class="heading/);
    expect(code).toContain('<li id="fn-n">');
    expect(code).toContain(`href="${page}#fn-n"`);
    expect(code).toMatch(/<a [^>]*role="doc-backlink"[^>]*>↩<\/a>/);
  });

  it('has formulas as MathML whose text is the TeX', async () => {
    const code = await html('$a^2$\n\n$$\nb_1\n$$\n');
    expect(code).toContain('<math alttext="a^2">');
    expect(code).toMatch(/<p id="[a-z]+" class="formula"><math [^>]*alttext="b_1"/);
    expect(code).not.toContain('annotation');
  });

  it('gives tables and code without the regions in which a page scrolls them, and keeps their ids', async () => {
    const code = await html('| a |\n|---|\n| 1 |\n\n```js\nconst a = 1;\n```\n');
    expect(code).toMatch(/<table id="[a-z]+">/);
    expect(code).toMatch(/<pre id="[a-z]+"><code class="language-js">const a = 1;\n<\/code><\/pre>/);
    expect(code).not.toMatch(/tabindex|<section/);
  });

  it('leaves out what only repeats the text, and replaces an author’s own component by its text', async () => {
    const code = await html(
      'import X from "./X.astro"\n\n<PullQuote>Twice</PullQuote>\n\n<X text="In words" />\n\nOnce',
    );
    expect(code).not.toContain('Twice');
    expect(code).toContain('<p>In words</p>');
  });

  it('has every id of the specimen but those of drawings', async () => {
    const path = 'tests/specimen/essays/specimen/index.mdx';
    const text = readFileSync(path, 'utf8').replace(/^---[\s\S]*?\n---\n/, '');
    const { document } = await compileText(text, { path });
    const tree = portableHtml(document.body, { page, base, fragments: 'inside' });
    const code = toHtml({ type: 'root', children: tree });
    expect(document.blocks.filter(({ id }) => !code.includes(`id="${id}"`))).toEqual([]);
    expect(code).not.toMatch(/\s(?:tabindex|data-(?!footnote)[a-z-]+|style)=/);
  });
});
