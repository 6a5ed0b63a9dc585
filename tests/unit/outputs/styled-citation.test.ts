import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { citationsOf } from '../../../src/outputs/cite/citation.ts';
import { styledCitation, styledCitations } from '../../../src/outputs/cite/styled-citation.ts';
import { site } from '../../../src/site.ts';
import { essay } from './essays.ts';

describe('the lines of sections', () => {
  const titles = [
    'A plain one',
    'Why?',
    'It’s “so”',
    "It's 'so'",
    'He said "no"',
    'No. 5: on, (light) – 光',
    'End.',
    '$& <i>x</i>',
    'Wait …',
  ];

  it.each(titles)('are those of the engine for %j', async (title) => {
    const [whole] = citationsOf(await essay({ authors: ['Ann Lee'] }), site);
    const parts = titles.map((one, index) => ({ ...whole, title: one, URL: `${whole.URL}#s-${index}` }));
    const at = titles.indexOf(title);
    const made = styledCitations([whole, ...parts])[at + 1];
    expect(made).toEqual(styledCitation(parts[at] ?? whole));
  });
});

describe('a citation', () => {
  it('is right in each style, with authors', async () => {
    const one = await essay({ authors: ['Ann Lee', 'Jan van der Berg'] });
    const [whole, part] = citationsOf(one, { ...site, publisher: 'Lamp Press' }).map(styledCitation);
    expect(whole).toEqual({
      title: 'On Light',
      address: 'https://fixture.example/essays/one/',
      version: expect.stringMatching(/^2026-03-04, sha256 [0-9a-f]{12}$/),
      apa: 'Lee, A., & van der Berg, J. (2026, March 4). On Light. The Fixture. https://fixture.example/essays/one/',
      chicago:
        'Lee, Ann, and Jan van der Berg. “On Light.” The Fixture. Lamp Press. March 4, 2026. https://fixture.example/essays/one/.',
      mla: 'Lee, Ann, and Jan van der Berg. “On Light.” The Fixture, Lamp Press, 4 Mar. 2026, https://fixture.example/essays/one/.',
    });
    expect(part?.mla).toBe(
      'Lee, Ann, and Jan van der Berg. “A part.” On Light, The Fixture, 4 Mar. 2026, https://fixture.example/essays/one/#a-part.',
    );
  });

  it('is in APA what the official style makes of it', async () => {
    const names = ['Ann Lee', 'Jan K. van der Berg', 'The Editors', "Jean-Luc O'Neill", 'Éva Maria Müller'];
    const many = Array.from({ length: 23 }, (_, index) => `Gina F${String.fromCharCode(97 + index)}`);
    for (const authors of [[], ...names.map((_, index) => names.slice(0, index + 1)), many])
      for (const title of ['Why does it lose?', 'Ends with a full stop.', 'lower case — “quoted”: a study']) {
        const [citation] = citationsOf(await essay({ authors, title }), site);
        const work = new Cite([citation], { generateGraph: false });
        const official = work.format('bibliography', { template: 'apa', lang: 'en-US', format: 'text' });
        expect(styledCitation(citation).apa).toBe(official.trim());
      }
  });

  it.each(['constructor', '__proto__'])('is right for an essay and an author called %s', async (name) => {
    const [whole] = citationsOf(await essay({ title: name, authors: [name] }), site).map(styledCitation);
    for (const line of [whole?.apa, whole?.chicago, whole?.mla])
      expect(line).toMatch(RegExp(`^${name}.*${name}`, 'i'));
  });

  it('is right in each style without an author', async () => {
    const [whole] = citationsOf(await essay(), site).map(styledCitation);
    expect(whole).toMatchObject({
      apa: 'On Light. (2026, March 4). The Fixture. https://fixture.example/essays/one/',
      chicago: '“On Light.” The Fixture. March 4, 2026. https://fixture.example/essays/one/.',
      mla: '“On Light.” The Fixture, 4 Mar. 2026, https://fixture.example/essays/one/.',
    });
    expect(citationsOf(await essay(), site)[0]).not.toHaveProperty('author');
  });

  it.each([
    ['Jan van der Berg', 'van der Berg, J.', 'Berg, Jan van der.', 'van der Berg, Jan.'],
    ['Ludwig van Beethoven', 'van Beethoven, L.', 'Beethoven, Ludwig van.', 'van Beethoven, Ludwig.'],
    ['Ursula K. Le Guin', 'Le Guin, U. K.', 'Le Guin, Ursula K.', 'Le Guin, Ursula K.'],
    ['Martin Luther King Jr.', 'King, M. L., Jr.', 'King, Martin Luther, Jr.', 'King, Martin Luther, Jr.'],
    ['European Commission', 'European Commission.', 'European Commission.', 'European Commission.'],
    ['Plato', 'Plato.', 'Plato.', 'Plato.'],
    ['夏目 漱石', '夏目 漱石.', '夏目 漱石.', '夏目 漱石.'],
  ])('begins with %s as each style has it', async (author, ...names) => {
    const [whole] = citationsOf(await essay({ authors: [author] }), site).map(styledCitation);
    const [apa = '', chicago = '', mla = ''] = names;
    expect(whole?.apa.slice(0, apa.length + 16)).toBe(`${apa} (2026, March 4)`);
    expect(whole?.chicago.slice(0, chicago.length + 12)).toBe(`${chicago} “On Light.”`);
    expect(whole?.mla.slice(0, mla.length + 12)).toBe(`${mla} “On Light.”`);
  });
});
