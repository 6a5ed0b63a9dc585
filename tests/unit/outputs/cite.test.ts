import { createHash } from 'node:crypto';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compileText } from '../../../bench/compile-text.ts';
import { sectionIds } from '../../../src/document/section.ts';
import { type Citation, citationsOf } from '../../../src/outputs/cite/citation.ts';
import { citationFiles } from '../../../src/outputs/cite/citation-files.ts';
import { personName } from '../../../src/outputs/cite/person-name.ts';
import { styledCitation, styledCitations } from '../../../src/outputs/cite/styled-citation.ts';
import { essayMarkdown } from '../../../src/outputs/markdown.ts';
import type { PublishedEssay } from '../../../src/outputs/output.ts';
import { essayText } from '../../../src/outputs/plain-text.ts';
import { articleSummary } from '../../../src/outputs/structured-data/article-summary.ts';
import { site } from '../../../src/site.ts';
import { published, testEssay, testEssays } from './essays.ts';

const essay = async (fields: Record<string, unknown> = {}, text = '## A part\n\nWords.') =>
  published(await compileText(text, { slug: 'one', title: 'On Light', published: '2026-03-04', ...fields }));

async function filesOf(one: PublishedEssay): Promise<Map<string, string>> {
  const files = await citationFiles.files({ site, essay: one, versions: [], pictures: new Map() });
  return new Map(files.map(({ path, content }) => [path.split('.').at(-1) ?? '', `${Buffer.from(content)}`]));
}

/** What every reader of such a file must find in an entry. */
const facts = ({ title, URL, issued }: Pick<Citation, 'title' | 'URL' | 'issued'>) => ({
  title,
  URL,
  issued: issued['date-parts'],
});

/** What Citation.js takes a file for; of itself it finds BibTeX in any text with `@misc{`. */
const forceType = new Map([
  ['bib', '@biblatex/text'],
  ['ris', '@ris/file'],
]);

/** The entries of a file, as Citation.js reads them. */
function readAgain(text: string, ending: string): ReturnType<typeof facts>[] {
  const type = forceType.get(ending);
  const options = { generateGraph: false, ...(type ? { forceType: type } : {}) };
  const entries: unknown[] = new Cite(text, options).data;
  return JSON.parse(JSON.stringify(entries)).map(facts);
}

describe.each(testEssays)('the files that cite %s', (path) => {
  it('read in again have the same titles, days and addresses, for the essay and each section', async () => {
    const one = await testEssay(path);
    const citations = citationsOf(one, site);
    expect(citations.map((citation) => decodeURIComponent(citation.URL.split('#')[1] ?? ''))).toEqual([
      '',
      ...sectionIds(one.sections),
    ]);
    const files = await filesOf(one);
    expect([...files.keys()]).toEqual(['bib', 'ris', 'json']);
    for (const [ending, text] of files) expect(readAgain(text, ending), ending).toEqual(citations.map(facts));
  });
});

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

const nameShape = z.object({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
  suffix: z.string().optional(),
  'non-dropping-particle': z.string().optional(),
  'dropping-particle': z.string().optional(),
});

/** A name as it is spoken, however its parts are called. */
function fullName(name: z.infer<typeof nameShape>): string {
  const { given, literal, family, suffix } = name;
  const particles = [name['dropping-particle'], name['non-dropping-particle']];
  return [given, ...particles, literal, family, suffix].filter(Boolean).join(' ');
}

describe('a citation', () => {
  it('names the version: the day of the last change and the sum of the plain text', async () => {
    const one = await essay({ updated: '2026-05-06' });
    const sum = createHash('sha256')
      .update(essayText({ site, essay: one }))
      .digest('hex');
    for (const { version } of citationsOf(one, site))
      expect(version).toBe(`2026-05-06, sha256 ${sum.slice(0, 12)}`);
    const other = citationsOf(await essay({ updated: '2026-05-06' }, 'Other words.'), site);
    expect(other[0].version).not.toContain(sum.slice(0, 12));
    for (const text of (await filesOf(one)).values()) expect(text).toContain(sum.slice(0, 12));
  });

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

  it.each([
    ['Ann {Lee}', 'Jan van der Berg'],
    ['Martin Luther King Jr.', 'O’Neill & Sons'],
    ['European Commission', 'Barnes and Noble', 'Ann Lee'],
    ['A_B 100% #1 $x', '夏目 漱石'],
  ])('keeps the authors %j and %j in BibTeX and CSL-JSON', async (...authors) => {
    const one = await essay({ authors });
    const files = await filesOf(one);
    for (const ending of ['bib', 'json']) {
      const { data } = new Cite(files.get(ending) ?? '', { generateGraph: false });
      const [first] = z.array(z.object({ author: z.array(nameShape) })).parse(data);
      const names = first?.author.map(fullName);
      expect(names, ending).toEqual(authors.map((author) => fullName(nameShape.parse(personName(author)))));
    }
    expect(files.get('ris')?.match(/^AU /gm)).toHaveLength(authors.length * citationsOf(one, site).length);
  });

  it('takes an author for what the frontmatter says, whatever the name looks like', async () => {
    const organization = 'Amnesty International';
    const guessed = ['Amnesty International', 'Frank Press'].map(personName);
    expect(guessed).toEqual([{ given: 'Amnesty', family: 'International' }, { literal: 'Frank Press' }]);
    const authors = [{ organization }, { given: 'Frank', family: 'Press', suffix: 'Jr.' }];
    const one = await essay({ authors });
    const [whole] = citationsOf(one, site);
    expect(whole.author).toEqual([
      { literal: organization },
      { given: 'Frank', family: 'Press', suffix: 'Jr.' },
    ]);
    expect(styledCitation(whole).apa).toContain('Amnesty International, & Press, F., Jr. (2026');
    const files = await filesOf(one);
    expect(files.get('bib')).toContain('author = {{Amnesty International} and Press, Jr., Frank},');
    expect(files.get('ris')).toContain('AU  - Amnesty International\nAU  - Press, Frank, Jr.\n');
    expect(JSON.parse(files.get('json') ?? '')[0].author).toEqual(whole.author);
    expect(one.metadata.authors).toEqual(['Amnesty International', 'Frank Press Jr.']);
    expect(articleSummary({ ...one.metadata, slug: 'one' }, site)).toMatchObject({
      author: [
        { '@type': 'Organization', name: organization },
        { '@type': 'Person', name: 'Frank Press Jr.' },
      ],
    });
    expect(essayMarkdown({ site, essay: one })).toContain(
      'authors:\n  - organization: Amnesty International\n  - given: Frank\n    family: Press\n    suffix: Jr.\n',
    );
  });

  it.each([
    'A {brace} \\ and 100 % & $5 #1 _x_ ~y^2',
    'Unbalanced { and } or {{ and \\',
    'A comma, "quotes", = and @misc{a, title = {b}}',
    'É ü ß ø 😀 “q” — …',
    'Is <b>this</b> markup?',
    'Tags </script> and "quotes"',
    'TY - BOOK',
    'عن الضوء',
    '光について',
  ])('keeps the title %j in every format', async (title) => {
    const one = await essay({ title });
    for (const [ending, text] of await filesOf(one))
      expect(readAgain(text, ending)[0]?.title, ending).toBe(title);
    const [first] = citationsOf(one, site);
    const plain = (text: string) => text.replaceAll(/["“”‘’']/g, '').replaceAll(/\s+/g, ' ');
    const { apa, chicago, mla } = styledCitation(first);
    for (const line of [apa, chicago, mla]) expect(plain(line)).toContain(plain(title));
  });

  it('is one line, whatever stands in a title', async () => {
    const one = await essay({ title: 'A\rER  - \rTY  - BOOK' });
    const ris = (await filesOf(one)).get('ris') ?? '';
    expect(ris.match(/^TY {2}- /gm)).toHaveLength(citationsOf(one, site).length);
    expect(ris).not.toContain('\r');
  });
});

describe('the name of an author', () => {
  it.each([
    ['Ann Lee', { given: 'Ann', family: 'Lee' }],
    ['J. R. R. Tolkien', { given: 'J. R. R.', family: 'Tolkien' }],
    ['Ludwig van Beethoven', { given: 'Ludwig', family: 'van Beethoven' }],
    ['Éva Ó Súilleabháin', { given: 'Éva', family: 'Ó Súilleabháin' }],
    ['Ursula K. Le Guin', { given: 'Ursula K.', family: 'Le Guin' }],
    ['Lee Van Cleef', { given: 'Lee', family: 'Van Cleef' }],
    ['Van Morrison', { given: 'Van', family: 'Morrison' }],
    ['Leonardo da Vinci', { given: 'Leonardo', family: 'da Vinci' }],
    ["Jean le Rond d'Alembert", { given: 'Jean', family: "le Rond d'Alembert" }],
    ['Sor Juana Inés de la Cruz', { given: 'Sor Juana Inés', family: 'de la Cruz' }],
    ['Martin Luther King Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
    ['Martin Luther King, Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
    ['Hugh Trevor III', { given: 'Hugh', family: 'Trevor', suffix: 'III' }],
    ['ANN LEE', { given: 'ANN', family: 'LEE' }],
    ['European Commission', { literal: 'European Commission' }],
    ['United Nations', { literal: 'United Nations' }],
    ['Max-Planck-Gesellschaft', { literal: 'Max-Planck-Gesellschaft' }],
    ['Deutsche Gesellschaft', { literal: 'Deutsche Gesellschaft' }],
    ['BBC News', { literal: 'BBC News' }],
    ['Lamp Press Ltd.', { literal: 'Lamp Press Ltd.' }],
    ['Université Laval', { literal: 'Université Laval' }],
    ['W3C', { literal: 'W3C' }],
    ['Madonna', { literal: 'Madonna' }],
    ['أحمد شوقي', { literal: 'أحمد شوقي' }],
    ['The editors', { literal: 'The editors' }],
    ['Plato', { literal: 'Plato' }],
    ['the lamp society', { literal: 'the lamp society' }],
    ['夏目 漱石', { literal: '夏目 漱石' }],
  ])('%s', (name, expected) => {
    expect(personName(name)).toEqual(expected);
  });
});
