import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildFixture } from './built-fixture.ts';

describe('a build that is stopped says why, in sentences, and never shows a stack', () => {
  it.each<[string, string[]]>([
    [
      'bad-text',
      [
        'tests/fixtures/bad-text/essays/one/index.mdx:7:6: The address `javascript:a` begins with `javascript:`.',
        'tests/fixtures/bad-text/essays/two/index.md:9:6: The address `data:a` begins with `data:`.',
        '2 errors. The site was not built.',
      ],
    ],
    [
      'bad-link',
      [
        'tests/fixtures/bad-link/essays/one/index.mdx:9: The link `#headin`',
        'The link `#headin` is broken: `essays/one/index.html` has no element with this id. Did you mean `#heading`? [link/missing-fragment]',
        'The link `/essays/tow/` is broken: there is no file `essays/tow/index.html`. Did you mean `/essays/one/`? [link/missing-page]',
      ],
    ],
    [
      'bad-words',
      [
        'one/index.mdx:7:1: The note `[^1]` is not defined. Add a line `[^1]: …`. [text/undefined-note]',
        'one/index.mdx:9:9: `{1, 2}` is JavaScript and prints only its last item.',
        'one/index.mdx:9:19: `degrees` is not defined. In `.mdx`, braces hold JavaScript. For braces in the text write `\\{degrees\\}`.',
        'one/index.mdx:11:1: The image `./hive.png` does not exist. Images beside the text: none.',
        'one/index.mdx:13:1: The note `[^3]` is never referenced.',
        '5 errors. The site was not built.',
      ],
    ],
    [
      'bad-component',
      [
        'tests/fixtures/bad-component/essays/one/index.mdx:7:1: `<Figur>` is not defined. Did you mean `<Figure>`?',
      ],
    ],
  ])('%s', async (name, sentences) => {
    const { code, output, folder } = await buildFixture(name);
    for (const sentence of sentences) expect(output).toContain(sentence);
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('a library of .md and .mdx with a draft', () => {
  it('builds both kinds by the same pipeline and never the draft', async () => {
    const { code, output, folder } = await buildFixture('drafts');
    expect([code, output]).toEqual([0, '']);
    const home = readFileSync(`${folder}/index.html`, 'utf8');
    expect(home).not.toContain('Not yet');
    expect(existsSync(`${folder}/essays/not-yet`)).toBe(false);
    expect(readdirSync(`${folder}/_astro`).filter((name) => name.startsWith('secret'))).toEqual([]);
    expect(home.indexOf('Parts')).toBeLessThan(home.indexOf('Plain'));
    const text = (slug: string) =>
      /<div class="prose">(.*?)<\/div><footer/s
        .exec(readFileSync(`${folder}/essays/${slug}/index.html`, 'utf8'))?.[1]
        ?.replaceAll(/\s+/g, ' ')
        .replace(/<p id="[a-z]+">/, '<p>'); // its words differ, so its id does too
    expect(text('plain')?.replace('.</p>', ', 2.</p>').trim()).toBe(text('with-parts')?.trim());
  });
});
