import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';

const html = async (markdown: string) => (await compileText(markdown)).html;

describe('compiling a text', () => {
  it('names every table, and no two alike', async () => {
    const code = await html(
      '| a | b |\n|--|--|\n| 1 | 2 |\n\n| a | b |\n|--|--|\n| 3 | |\n\n| | |\n|--|--|\n| c | |',
    );
    expect([...code.matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'a, b',
      'a, b (2)',
      'c',
    ]);
  });

  it('makes tables, notes, task lists, strikethrough and bare addresses', async () => {
    const code = await html(
      '| a | b |\n|:-:|--:|\n| 1 | 2 |\n\n- [x] done\n\n~~no~~ https://a.example [^n]\n\n[^n]: Note.\n',
    );
    expect(code).toMatch(/<section class="table" id="[a-z]+" tabindex="0" aria-label="a, b">/);
    expect(code).toContain('<th scope="col" class="align-center">');
    expect(code).toContain('<td class="align-right">');
    expect(code).not.toContain('style=');
    expect(code).toMatch(/<input type="checkbox" checked disabled aria-label="done">/);
    expect(code).toContain('<del>no</del>');
    expect(code).toContain('<a href="https://a.example" class="bare">');
    expect(code).toContain('id="fn-n"');
    expect(code).toContain('aria-label="Back to the text of note 1"');
  });

  it('puts a labelled link beside each heading and leaves the heading’s own words alone', async () => {
    expect(await html('## A *b* c')).toContain(
      '<div class="heading h2"><h2 id="a-b-c">A <em>b</em> c</h2><a class="heading-link" href="#a-b-c" aria-label="Link to “A b c”"></a></div>',
    );
  });

  it.each(['javascript:alert(1)', 'JaVaScRiPt:x', 'data:text/html,x', 'vbscript:x'])(
    'refuses the address %j and names the line',
    async (address) => {
      const { problems } = await compileText(`One.\n\n[two](${address})`);
      expect(problems).toMatchObject([
        { line: 3, message: expect.stringMatching(/^The address `.*` begins with/) },
      ]);
    },
  );
});

describe('anchors', () => {
  it('give every block of a text an id, and notes keep theirs', async () => {
    const code = await html(
      '## Part\n\nOne.[^n]\n\n- a\n- b\n\n> said\n\n| a |\n|---|\n| 1 |\n\n```\ncode\n```\n\n[^n]: Note.\n',
    );
    for (const start of [
      '<h2',
      '<p',
      '<ul',
      '<blockquote',
      '<section class="table"',
      '<section class="code"',
    ])
      expect(code).toMatch(new RegExp(`${start} id="[a-z]+"`));
    expect(code).toContain('<li id="fn-n">');
    expect(code).toContain('id="fnref-n"');
    expect(code).toMatch(/<h2[^>]* id="footnote-label"|id="footnote-label"/);
    expect(code.match(/<p id=/g)).toHaveLength(1);
  });
});
