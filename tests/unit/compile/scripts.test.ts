import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
import { hasShortDash } from '../../../src/compile/quotation-marks.ts';
import { isUpright } from '../../../src/document/script.ts';

const htmlOf = async (text: string, language: string, path = 'essay.md') =>
  (await compileText(text, { language, path })).html;

describe('a text in a script that has no italics', () => {
  it.each([
    ['ja', '光*そのもの*が', '<em class="upright">そのもの</em>'],
    ['ar', 'الضوء *نفسه* هنا', '<em class="upright">نفسه</em>'],
    ['ja', '本は*The Black Swan*です', '<em>The Black Swan</em>'],
    ['en', 'the *light*', '<em>light</em>'],
  ])('%s: %s has a stress that can be seen', async (language, text, html) => {
    expect(await htmlOf(text, language)).toContain(html);
  });

  it('is known by its language', () => {
    expect(
      ['ar', 'fa', 'he', 'hi', 'ja', 'ko', 'th', 'zh', 'zh-TW', 'uz-Arab'].filter(isUpright),
    ).toHaveLength(10);
    expect(['de', 'en', 'fr', 'el', 'ru', 'sr-Latn', 'vi'].filter(isUpright)).toEqual([]);
  });
});

describe('a dash', () => {
  it.each([
    ['de', 'Licht -- so -- 1914--1918', 'Licht – so – 1914–1918'],
    ['en', 'light -- so -- 1914--1918', 'light — so — 1914–1918'],
    ['fr', 'lumière -- ainsi', 'lumière — ainsi'],
  ])('%s has that of its language', async (language, text, shown) => {
    expect(await htmlOf(text, language)).toContain(shown);
  });

  it('has its length in every variety of a language', () => {
    expect(['de-AT', 'nb', 'pl', 'en-GB', 'ru'].map(hasShortDash)).toEqual([true, true, true, false, false]);
  });
});

describe('an address that is written bare', () => {
  it.each([
    ['ja', '（https://a.example/path）です。', 'https://a.example/path'],
    ['ja', 'https://ja.wikipedia.org/wiki/日本。次', 'https://ja.wikipedia.org/wiki/日本'],
    ['zh', '见https://a.example/b，然后', 'https://a.example/b'],
    ['ar', 'العنوان https://a.example/b، ثم', 'https://a.example/b'],
    ['en', 'See https://a.example/b, then', 'https://a.example/b'],
  ])('%s: %s ends before the mark behind it', async (language, text, address) => {
    const html = await htmlOf(text, language);
    expect(html).toContain(`>${address}</a>`);
    expect(decodeURI(/href="([^"]*)"/.exec(html)?.[1] ?? '')).toBe(address);
    expect(html.replaceAll(/<[^>]*>/g, '')).toContain(text);
  });

  it('ends where its writer says so', async () => {
    expect(await htmlOf('<https://a.example/b。c>', 'ja')).toContain('>https://a.example/b。c</a>');
  });
});

it('an epigraph is not joined to its source in the words of a text', async () => {
  const text = '<Epigraph source="A rule">Let it stand.</Epigraph>\n\nText.';
  const { html } = await compileText(text, { path: 'essay.mdx' });
  expect(html.replaceAll(/<[^>]*>/g, '')).toContain('Let it stand. A rule');
});

describe('what is called and numbered', () => {
  const figure = '<Figure id="fig-a" caption="A"><svg></svg></Figure>\n\nSee [](#fig-a).';
  it.each([
    ['de', 'Abbildung 1'],
    ['ja', '図1'],
    ['ar', 'الشكل 1'],
  ])('%s has the spaces of its language', async (language, label) => {
    const { document } = await compileText(figure, { language, path: 'essay.mdx' });
    const text = JSON.stringify(document.body);
    expect(text).toContain(`"${label}"`);
    expect(text).toContain(`"${label.replace(' ', '\u00a0')}"`);
  });
});
