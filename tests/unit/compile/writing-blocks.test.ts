import { describe, expect, it } from 'vitest';
import { compiledInFolder } from './compiled-in-folder.ts';
import { html, problems } from './written-text.ts';

describe('callouts', () => {
  it.each([
    ['> [!NOTE]\n> Text', 'note', 'Note'],
    ['> [!TIP]\n> Text', 'tip', 'Tip'],
    ['> [!IMPORTANT]\n>\n> Text', 'important', 'Important'],
    ['> [!warning]\n> Text', 'warning', 'Warning'],
    ['> [!CAUTION]  \n> Text', 'caution', 'Caution'],
    ['> [!info] A *title*\n> Text', 'note', 'A <em>title</em>'],
    ['> [!bug|wide]\n> Text', 'caution', 'Bug'],
    [':::note\nText\n:::', 'note', 'Note'],
    ['::: tip A title\nText\n:::', 'tip', 'A title'],
    [':::warning[A *title*]\nText\n:::', 'warning', 'A <em>title</em>'],
    ['::: {.callout-important title="Look"}\nText\n:::', 'important', 'Look'],
    [':::danger{title="Hot"}\nText\n:::', 'caution', 'Hot'],
  ])('%j', async (text, kind, title) => {
    for (const mdx of [false, true])
      expect((await html(text, mdx)).replaceAll('\n', '')).toBe(
        `<div class="callout callout-${kind}" role="note"><p class="callout-title">${title}</p><p>Text</p></div>`,
      );
  });

  it.each([
    ['> [!faq]- Why?\n> Text', ''],
    ['> [!faq]+ Why?\n> Text', ' open'],
    [':::details Why?\nText\n:::', ''],
  ])('that can be folded: %j', async (text, open) => {
    expect((await html(text)).replaceAll('\n', '')).toBe(
      `<details class="callout callout-note"${open}><summary>Why?</summary><p>Text</p></details>`,
    );
  });

  it.each([
    '- a\n\n  > [!NOTE]\n  > In a list',
    '> > [!NOTE]\n> > In a quote',
    '1. a\n   :::note\n   In a list\n   :::',
    '> [!TIP]\n> Outer\n> > [!NOTE]\n> > Inner',
    '::::tip\n:::note\nInner\n:::\n::::',
  ])('inside of other blocks: %j', async (text) => {
    expect(await html(text)).toContain('class="callout callout-note"');
  });

  it('keep the id that the quotation would have', async () => {
    const { html } = await compiledInFolder('> [!NOTE]\n> The lamp is hot.');
    expect(html).toMatch(/<div id="\w+" class="callout/);
    expect(html.match(/ id=/g)).toHaveLength(1);
  });

  it('are not made of quotations, times and other colons', async () => {
    expect(await html('> Said [!] once\n\nAt 10:30, C::D and ::x and text :::note inline')).not.toContain(
      'callout',
    );
  });

  it.each([
    [':::colums\nText\n:::', 'text/unknown-container:1'],
    ['a\n\n:::note\nText', 'text/unclosed-container:3'],
    ['a\n:::', 'text/stray-container:1'],
  ])('are named where they cannot be read: %j', async (text, problem) => {
    expect(await problems(text)).toEqual([problem]);
  });

  it('in code stay as they are', async () => {
    expect(await html('```md\n::: tip A title\n$$x\n```')).toContain('::: tip A title\n$$x');
  });
});

describe('attributes in braces', () => {
  it.each([
    ['## Oil {#oil}', '<h2 id="oil">Oil</h2>'],
    ['## Oil *lamps* {#oil .c}', '<h2 id="oil" class="c">Oil <em>lamps</em></h2>'],
    ['## Oil ## {#oil}', '<h2 id="oil">Oil</h2>'],
    ['## Oil {: #oil}', '<h2 id="oil">Oil</h2>'],
    ['## Oil\n{: #oil}', '<h2 id="oil">Oil</h2>'],
    ['Oil {#oil}\n---', '<h2 id="oil">Oil</h2>'],
    ['### `oil` {#oil}', '<h3 id="oil"><code>oil</code></h3>'],
    ['## Oil {-}', '<h2 id="oil">Oil</h2>'],
    ['## Oil {.unnumbered}', '<h2 id="oil">Oil</h2>'],
    ['- a\n\n  ## Oil {#oil}', '<h2 id="oil">Oil</h2>'],
    ['> ## Oil {#oil}', '<h2 id="oil">Oil</h2>'],
    ['![A](./lamp.png){width=300}', "'width':'300'"],
    ['Text\n{: .lead}', '<p class="lead">Text</p>'],
    ['```{.python #lst}\nx\n```', '<section class="code" id="lst"'],
    ['## A \\{#b}', 'A {#b}</h2>'],
  ])('%j', async (text, part) => {
    for (const mdx of [false, true]) expect(await html(text, mdx)).toContain(part);
  });

  it('are left alone in code, and braces that hold something else', async () => {
    expect(await html('`{#id}` and {braces}\n\n```\n## A {#b}\n```')).toContain(
      '<code>{#id}</code> and {braces}',
    );
  });

  it('that say nothing are named in .mdx, which could not be read before', async () => {
    expect(await problems('One.\n\n- {#x} odd', true)).toEqual(['text/unread-attributes:3']);
    expect(await problems('![A](./lamp.png){width=50%}')).toEqual(['text/unread-attributes:1']);
  });
});

describe('definition lists', () => {
  it.each([
    ['Lamp\n: Light', '<dl><dt>Lamp</dt><dd>Light</dd></dl>'],
    ['A *b*\nC\n: One\n: Two', '<dl><dt>A <em>b</em></dt><dt>C</dt><dd>One</dd><dd>Two</dd></dl>'],
    ['Lamp\n\n: Light', '<dl><dt>Lamp</dt><dd><p>Light</p></dd></dl>'],
    ['> Lamp\n> : Light', '<blockquote><dl><dt>Lamp</dt><dd>Light</dd></dl></blockquote>'],
    ['- Lamp\n  : Light', '<ul><li><dl><dt>Lamp</dt><dd>Light</dd></dl></li></ul>'],
    ['A "lamp"\n: "Light"', '<dl><dt>A “lamp”</dt><dd>“Light”</dd></dl>'],
  ])('%j', async (text, expected) => {
    for (const mdx of [false, true]) expect((await html(text, mdx)).replaceAll(/\n/g, '')).toBe(expected);
  });
});

describe('headings', () => {
  it('of the first level are sections one level up, and nothing is lost from the contents', async () => {
    const { contents, html } = await compiledInFolder('# A\n\n## B\n\n# C\n\nSetext\n===');
    expect(contents).toEqual(['A', 'C', 'Setext']);
    expect(html).toContain('<h3 id="b">B</h3>');
  });

  it('stay where they are in a text without any of the first level', async () => {
    expect(await html('## A\n\n### B')).toMatch(/<h2 id="a">.*<h3 id="b">/s);
  });

  it.each([
    ['<h2>Raw *title*</h2>', true],
    ['<h2 id="raw-title">Raw title</h2>', true],
    ['<div>\n  <h2>Raw title</h2>\n</div>', true],
    ['<h2>Raw title</h2>', false],
    ['<h1>Raw title</h1>', true],
  ])('in HTML are in the contents, with their link: %j', async (text, mdx) => {
    const { contents, html } = await compiledInFolder(text, { mdx });
    expect(contents).toEqual(['Raw title']);
    expect(html).toContain('<a class="heading-link" href="#raw-title"');
  });

  it('have no invisible signs in their ids', async () => {
    expect(await html('## Soft\u00adhyphen&shy;s\u200b')).toContain('id="softhyphens"');
  });
});
