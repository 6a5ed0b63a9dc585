import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { policyOf } from '../../../src/publish/content-policy.ts';
import { inlineStyles, wordsOf } from '../../../src/publish/inline-styles.ts';
import { parseStyle } from '../../../src/publish/needed-rules.ts';
import { htmlOf } from '../../../src/publish/page-html.ts';
import { parsePage } from '../../../src/publish/page-tree.ts';

/** The text of a page with one style sheet, which has been put into it. */
function pageWith(css: string, body: string): string {
  const page = parsePage(`<!doctype html><head><link rel="stylesheet" href="/a.css"><body>${body}`);
  return htmlOf(inlineStyles(page, '/', () => parseStyle(css), new Set()));
}

it('puts blocking style into the page, with addresses that are right there and a hash in the policy', () => {
  const page = parsePage(
    '<!doctype html><head><meta charset="utf-8"><link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/p.css" media="print"><body><link rel="stylesheet" href="/b.css">',
  );
  const styled = inlineStyles(
    page,
    '/essays/one/',
    (path) => parseStyle(`b{background:url(/_astro/${path}.png)}\n`),
    new Set(['b']),
  );
  const style = 'b{background:url(../../_astro/a.css.png)}';
  const html = htmlOf(styled);
  expect(html).toContain(`<style>${style}</style>`);
  expect(policyOf(styled.elements)).toContain(
    `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  );
  expect(html).not.toContain('/a.css"');
  expect(html).toContain('<link rel="stylesheet" href="/p.css" media="print">');
  expect(html).toContain('<body><link rel="stylesheet" href="/b.css">');
});

it('leaves out the fonts for letters that the page does not have', () => {
  const face = (name: string, range: string) => `@font-face{font-family:${name};unicode-range:${range}}`;
  const css = `${face('a', 'U+E4-E6,U+152')}${face('b', 'U+D8')}body{font-family:a,b}`;
  const made = (body: string) => pageWith(css, body);
  expect(made('caesar')).not.toContain('@font-face');
  expect(made('cæsar')).toContain(`<style>${face('a', 'U+E4-E6,U+152')}body{`);
  expect(made('CØSAR')).toContain(`<style>${face('b', 'U+D8')}body{`);
});

it('leaves out choices of a selector that cannot apply, and keeps its weight', () => {
  const css = ':where(b,i,u) :is(em,i) b{top:0}:is(i) b{top:1px}a:not(:is(i,u)){top:2px}:is(b,.c){top:3px}';
  expect(pageWith(css, '<a>a</a><em><b>b</b></em>')).toContain(
    '<style>:where(b) :is(em) b{top:0}a:not(:is(i,u)){top:2px}:is(b,.c){top:3px}</style>',
  );
});

it('leaves out rules for a direction that no text has, and for what an element has to hold', () => {
  const css = '[dir=rtl] b{top:0}p:has(>i){top:1px}p:has(>b){top:2px}p:not(:has(i)){top:3px}';
  expect(pageWith(css, '<p><b>b</b></p>')).toContain(
    '<style>p:has(>b){top:2px}p:not(:has(i)){top:3px}</style>',
  );
  expect(pageWith(css, '<p dir="rtl"><b>b</b></p>')).toContain('<style>[dir=rtl] b{top:0}p:has(>b)');
});

it('leaves out a font that only rules for what the page does not have ask for', () => {
  const face = (name: string) => `@font-face{font-family:${name};src:url(data:${name})}`;
  const css = `${face('text')}${face('formulas')}:root{--face:text,serif}math{font-family:formulas,math}`;
  const made = (body: string) => pageWith(css, body);
  expect(made('E = m')).toContain(`<style>${face('text')}:root{--face:text,serif}</style>`);
  expect(made('<math><mi>E</mi></math>')).toContain(face('formulas'));
});

it('puts style sheets that follow each other into one element, in their order, if that changes nothing', () => {
  const html = (...sheets: string[]) =>
    htmlOf(
      inlineStyles(
        parsePage(
          `<!doctype html><head>${sheets.map((_, index) => `<link rel="stylesheet" href="/${index}">`).join('')}<body><b>`,
        ),
        '/',
        (path) => parseStyle(sheets[Number(path)] ?? ''),
        new Set(),
      ),
    );
  expect(html('b{top:0}', 'b{top:1px}')).toContain('<head><style>b{top:0}b{top:1px}</style></head>');
  const namespace = '@namespace svg url(http://www.w3.org/2000/svg);b{top:1px}';
  expect(html('b{top:0}', namespace)).toContain(`<style>b{top:0}</style><style>${namespace}</style>`);
});

it('leaves out the rules for what neither the page nor a script has, and no other', () => {
  const css = [
    'p:lang(ja){top:0}p:lang(de){top:1px}p:is(:lang(fr),:lang(ar)){top:2px}',
    '.note{top:0}',
    '.gone,.shown{left:0}',
    'p:not(.gone){right:0}',
    ':where(.gone,.note) a{top:1px}',
    ':is(.gone,ul) a{top:2px}',
    '@layer page{.gone{top:3px}[hidden]{top:4px}a::before{top:5px}}',
    'a{&:hover .gone{top:6px}}',
    '@supports (width:1px){.note .gone{top:7px}}',
  ].join('');
  const style = parseStyle(css);
  const page = parsePage(
    '<!doctype html><head><link rel="stylesheet" href="/a.css"><body lang="de"><p class="x note" lang="ar-EG"><a href="#">a</a>',
  );
  const styled = inlineStyles(page, '/', () => style, new Set(['shown']));
  expect(/<style>(.*)<\/style>/.exec(htmlOf(styled))?.[1]).toBe(
    'p:lang(de){top:1px}p:is(:lang(ar)){top:2px}.note{top:0}.shown{left:0}p:not(.gone){right:0}:where(.note) a{top:1px}@layer page{[hidden]{top:4px}a::before{top:5px}}a{}',
  );
});

it('takes what a script only looks for, and what it names after a dot, for nothing that it puts into a page', () => {
  const looks = 'a.querySelector(`.gone`);b.closest("audio, .gone video")?.matches(\'.gone\');c.gone=1';
  expect(wordsOf(looks)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(?:gone|audio|video)$/)]),
  );
  const puts = `f("aside",{className:'note box'});x.classList.add("new-one");[...rest];q.closest(\`.\${kind("p")}\`)`;
  expect(wordsOf(puts)).toEqual(
    expect.arrayContaining(['aside', 'note', 'box', 'new-one', 'rest', 'kind', 'p']),
  );
});

it('leaves out media queries in which nothing is left, and keeps the rank of empty layers', () => {
  expect(pageWith('@layer a{.gone{top:0}}@media print{.gone{top:0}}b{top:0}', '<b>')).toContain(
    '<style>@layer a{}b{top:0}</style>',
  );
});
