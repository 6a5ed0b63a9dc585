import { createHash } from 'node:crypto';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sectionIds } from '../../../src/document/section.ts';
import { type Citation, citationsOf } from '../../../src/outputs/cite/citation.ts';
import { citationFiles } from '../../../src/outputs/cite/citation-files.ts';
import { personName } from '../../../src/outputs/cite/person-name.ts';
import { styledCitation } from '../../../src/outputs/cite/styled-citation.ts';
import { essayMarkdown } from '../../../src/outputs/markdown.ts';
import type { PublishedEssay } from '../../../src/outputs/output.ts';
import { essayText } from '../../../src/outputs/plain-text.ts';
import { articleSummary } from '../../../src/outputs/structured-data/article-summary.ts';
import { site } from '../../../src/site.ts';
import { essay, testEssay, testEssays } from './essays.ts';

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
