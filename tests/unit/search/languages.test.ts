import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgedLanguages, languageSite, languagesFolder } from '../../../bench/search/languages.ts';

const titles = async (tag: string, text: string) =>
  (await (await languageSite(tag)).search(text)).results.map(({ title }) => title);

describe('the search of a site in another language', () => {
  it('is judged in nine', () => {
    expect(judgedLanguages()).toEqual(['ar', 'de', 'en', 'fr', 'hi', 'ja', 'ru', 'th', 'zh']);
  });

  it.each(judgedLanguages())('%s: the right section first in 95 of 100', async (tag) => {
    const { queries, hitRate, failed } = await (await languageSite(tag)).score();
    expect(queries).toBeGreaterThanOrEqual(25);
    expect(hitRate, JSON.stringify(failed)).toBeGreaterThanOrEqual(0.95);
  });

  it.each(['ar', 'fr', 'hi', 'ja', 'ru', 'th', 'zh'])(
    'finds a text in %s on a site in English',
    async (tag) => {
      const { hitRate, failed } = await (await languageSite(tag, 'en')).score();
      // without the endings of its own language, other forms of a word are not found
      const hasEndings = tag === 'ru' || tag === 'ar';
      expect(hitRate, JSON.stringify(failed)).toBeGreaterThanOrEqual(hasEndings ? 0.7 : 0.95);
    },
  );

  it.each(['ja', 'th', 'zh'])('%s: finds whatever stands in the text, and marks it', async (tag) => {
    const { search } = await languageSite(tag);
    const text = readFileSync(join(languagesFolder, `${tag}.yaml`), 'utf8').replace(/queries:.*/s, '');
    const sentences = text.match(/(?<=text: ").*(?=")/g) ?? [];
    expect(sentences.length).toBeGreaterThan(3);
    for (const sentence of sentences)
      for (let start = 0; start + 12 < sentence.length; start += 5)
        for (const length of [1, 2, 3, 7]) {
          const query = sentence.slice(start, start + length);
          if (!/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]+$/u.test(query)) continue;
          const { results } = await search(query);
          const marked = results.map(({ segments }) =>
            segments.flatMap(({ text, isMatch }) => (isMatch ? [text] : [])),
          );
          expect(results.length, query).toBeGreaterThan(0);
          expect(marked.flat().join('\n'), query).toContain(query);
          expect(results[0]?.foundWords.join(' '), query).toContain(query);
        }
  });

  it('keeps apart what is another word', async () => {
    expect(await titles('ja', 'バン')).toEqual(['荷物を運ぶ車']);
    expect(await titles('ja', 'パン')).toEqual(['パンと待つこと']);
    expect(await titles('ja', 'ハン')).toEqual([]);
    expect(await titles('en', 'C++')).toEqual(['Two languages']);
    expect(await titles('zh', 'C++')).toEqual(['两种编程语言']);
    expect(await titles('en', '2.5')).toEqual(['Two languages']);
    expect(await titles('en', '25 ')).toEqual([]);
    expect(await titles('hi', 'घड़ा')).not.toContain('पहरेदार की रात');
  });

  it('shows text as it stands, cut at a sentence', async () => {
    const [first] = (await (await languageSite('zh')).search('闪光')).results;
    expect(first?.title).toBe('守塔人的夜晚');
    expect(first?.segments.map(({ text }) => text).join('')).toMatch(
      /二十海里外的船只数着灯塔的闪光，避开暗礁。起雾时他敲钟/,
    );
    const [french] = (await (await languageSite('fr')).search('écueil')).results;
    expect(french?.segments.map(({ text }) => text).join('')).toContain('évite l’écueil. Par temps');
    expect(french?.segments.filter(({ isMatch }) => isMatch)).toEqual([{ text: 'écueil', isMatch: true }]);
  });

  it('reads a query of several words without spaces', async () => {
    expect((await titles('zh', '火山灰砂浆'))[0]).toBe('石头拱桥');
    expect((await titles('ja', '酵母小麦粉'))[0]).toBe('パンと待つこと');
    expect(await titles('zh', '量子力學')).toEqual([]);
  });
});
