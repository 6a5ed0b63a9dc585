import { readdirSync, readFileSync } from 'node:fs';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { htmlOf } from '../../../src/publish/page-html.ts';
import { attributeOf, parsePage } from '../../../src/publish/page-tree.ts';

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>a</title></head><body>${body}</body></html>`;

describe('a page as text', () => {
  it.each([
    ['attributes', '<p class="a b" title="&quot;&amp;\'`<>&nbsp;" data-x data-y="">x</p>'],
    [
      'boolean attributes',
      '<details open hidden><input disabled="disabled" checked></details><a download>x</a>',
    ],
    ['text', 'a &lt; b &amp;&amp; c > d &nbsp;&#39;&quot;`'],
    ['elements without content', '<br><hr/><img src="a.png" alt=""><p></p>'],
    ['scripts and styles', '<script>if (a < b && c) d("</p>")</script><style>a > b { content: "&" }</style>'],
    ['pictures', '<svg viewBox="0 0 1 1" aria-hidden=true><path d="M0 0"/><use xlink:href="#a"/></svg>'],
    ['formulas', '<math display="block"><mi mathvariant="normal">x</mi><mo>&lt;</mo></math>'],
    ['templates and comments', '<template><p id="x">a &amp; b</p></template><!-- a -- b -->'],
    ['tables', '<table><tr><td>1<td>2</table>'],
    ['what its author nested wrongly', '<p>a<div>b</p>c</div><b>d<i>e</b>f</i>'],
  ])(
    'has %s as hast-util-to-html writes them, with a shorter “&” and without escapes that nothing needs',
    (_name, body) => {
      const tree = fromHtml(page(body));
      const written = toHtml(tree, { upperDoctype: true })
        .replaceAll('&#x26;', '&amp;')
        .replaceAll('&#x27;', "'")
        .replaceAll('&#x60;', '`')
        .replaceAll(/(data-\w+)=""/g, '$1');
      expect(htmlOf(parsePage(page(body)))).toBe(written);
    },
  );

  it('is the same when it is parsed and written again, for every text of the sources', () => {
    const texts = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.astro'),
    );
    expect(texts.length).toBeGreaterThan(5);
    for (const name of texts) {
      const once = htmlOf(parsePage(page(readFileSync(`src/${name}`, 'utf8'))));
      expect(htmlOf(parsePage(once)), name).toBe(once);
    }
  });
});

it('lists every element in order, also inside templates', () => {
  const { elements } = parsePage(page('<p id="a"><template><b id="b"></b></template><i id="c"></i></p>'));
  expect(elements.flatMap((element) => attributeOf(element, 'id') ?? [])).toEqual(['a', 'b', 'c']);
});
