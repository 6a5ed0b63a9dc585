import { selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { beforeAll, expect, it } from 'vitest';
import { buildFixture } from './built-fixture.ts';
import { type ParsedSite, parseSite } from './parsed-site.ts';

let site: ParsedSite;
beforeAll(async () => {
  const { folder, code, output } = await buildFixture('linked');
  expect([code, output]).toEqual([0, '']);
  site = parseSite(folder);
});

const mentions = (slug: string) => {
  const page = site.pages.find(({ path }) => path === `essays/${slug}/index.html`);
  return selectAll('nav[aria-label="Mentioned in"] p', page?.tree).map((one) => {
    const [link] = selectAll('a', one);
    const [sentence] = selectAll('span', one);
    return {
      title: link && textOf(link),
      href: decodeURIComponent(String(link?.properties['href'])),
      sentence: sentence && textOf(sentence),
      language: sentence?.properties['lang'],
      direction: sentence?.properties['dir'],
    };
  });
};

it('an essay shows where others mention it, newest first, each with its sentence in its own direction', () => {
  const idIn = (slug: string, words: string) => {
    const page = site.pages.find(({ path }) => path === `essays/${slug}/index.html`);
    const [block] = selectAll('.prose > p', page?.tree).filter((one) => textOf(one).includes(words));
    return String(block?.properties['id']);
  };
  expect(mentions('tides')).toEqual([
    {
      title: 'القمر',
      href: `../../essays/qamar/#${idIn('qamar', 'القمر كل يوم')}`,
      sentence: 'يتبع المد القمر كل يوم.',
      language: 'ar',
      direction: 'rtl',
    },
    {
      title: 'On the Moon',
      href: `../../essays/moon/#${idIn('moon', 'everybody')}`,
      sentence: 'Yet the tides do, as everybody says.',
      language: 'en',
      direction: 'ltr',
    },
  ]);
});

it('a mention in a note leads to the note, and markup in a title stays text', () => {
  expect(mentions('moon')).toEqual([
    {
      title: 'On <b>Tides</b> & Time',
      href: '../../essays/tides/#fn-why',
      sentence: 'Because the moon moves on; see the moon and elsewhere.',
      language: 'en',
      direction: 'ltr',
    },
  ]);
});

it('an essay that nobody mentions shows nothing of it', () => {
  const page = site.pages.find(({ path }) => path === 'essays/qamar/index.html');
  expect(mentions('qamar')).toEqual([]);
  expect(JSON.stringify(page?.tree)).not.toContain('Mentioned in');
});
