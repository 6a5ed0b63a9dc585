import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { bookAddress } from '../../src/document/address.ts';
import { itPassesEpubcheck } from '../epubcheck.ts';
import { scratchLibrary } from './scratch-library.ts';

const library = scratchLibrary('rich-books');
const at = (slug: string, name: string) => join(library.content, 'essays', slug, name);
const original = [
  'The *lamp* "burns".[^1] See [](#fig-lamp), [](#table-lamp) and [the reading](../read/index.mdx).',
  '## The first part',
  'A [@work, p. 3] and $a^2 < b$.\n\n$$\nx = \\frac{1}{2}\n$$',
  '<Figure id="fig-lamp" src="./waves.png" alt="A line" caption="A *line*." />',
  '<Table id="table-lamp" caption="Numbers">\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |\n\n</Table>',
  '> A quotation.\n\n- [x] done\n- one\n  1. two\n\n```js\nconst a = 1;\n```\n\nTerm\n: Meaning',
  '[^1]: A note with [@work].',
].join('\n\n');

/** The whole of an essay in each language, with names, marks and digits of its own. */
const translations = {
  de: {
    title: 'Die Lampe – „ein Licht“',
    authors: 'Jörg Groß',
    text: 'Die *Lampe* "brennt" -- z. B. nachts.[^1] Siehe [](#fig-lamp).\n\n## Der erste Teil\n\nEin [@work, S. 3] & $a^2 < b$.\n\n<Figure id="fig-lamp" src="./waves.png" alt="Eine Linie" caption="Eine *Linie*." />\n\n> [!NOTE]\n> Ein Hinweis.\n\n[^1]: Eine Anmerkung.',
  },
  ar: {
    title: 'المصباح (ضوء)!',
    authors: 'ليلى حداد',
    text: 'المصباح *يضيء* "ليلًا".[^1] انظر [](#fig-lamp).\n\n## القسم الأول\n\nقول [@work، ص 3] و $a^2 < b$.\n\n<Figure id="fig-lamp" src="./waves.png" alt="خط" caption="خط *واحد*." />\n\n> [!NOTE]\n> ملاحظة.\n\n| عمود | رقم |\n| --- | ---: |\n| نص | ١٢ |\n\n[^1]: حاشية.',
  },
  ja: {
    title: '灯火「ともしび」',
    authors: '山田花子',
    text: '灯*そのもの*が"光る"。[^1][](#fig-lamp)を見よ。\n\n## 第一節\n\n本[@work、3頁]と$a^2 < b$。\n\n<Figure id="fig-lamp" src="./waves.png" alt="線" caption="*線*である。" />\n\n> [!NOTE]\n> 補足。\n\n[^1]: 注である。',
  },
} as const;

beforeAll(async () => {
  library.write('lamp', original);
  cpSync('tests/specimen/essays/specimen/waves.png', at('lamp', 'waves.png'));
  const work = { id: 'work', type: 'book', title: 'A <book> & more', author: [{ literal: 'A & B' }] };
  writeFileSync(at('lamp', 'references.json'), JSON.stringify([work]));
  for (const [language, { title, authors, text }] of Object.entries(translations))
    writeFileSync(
      at('lamp', `index.${language}.mdx`),
      `---\ntitle: ${JSON.stringify(title)}\ndescription: D\npublished: 2026-01-03\nauthors: [${authors}]\n---\n\n${text}\n`,
    );
  library.write(
    'read',
    '<Audio of="this" src="./reading.mp3" times="./reading.vtt" />',
    'It is read aloud.',
    '## A part {#part}',
    'Another paragraph.',
    '<Audio src="./sound.mp3" caption="A sound." />',
    '<Video src="./clip.mp4" captions="./clip.vtt" caption="A film." />',
  );
  writeFileSync(at('read', 'reading.vtt'), 'WEBVTT\n\npart\n00:00.000 --> 00:02.000\n\n');
  writeFileSync(at('read', 'clip.vtt'), 'WEBVTT\n\n00:00.000 --> 00:02.000\nWords.\n');
  for (const name of ['reading.mp3', 'sound.mp3', 'clip.mp4']) writeFileSync(at('read', name), 'sound');
  library.write('discussed', 'It is discussed.', '## A part {#part}', 'More.');
  mkdirSync(at('discussed', 'comments'));
  const comments = [
    [
      '2026-01-04-ann.md',
      'name: Ann & <Bob>',
      'Well *said*, [here](https://a.example/?a=1&b=2) `<code>` & more.',
    ],
    [
      '2026-01-05-cem.md',
      'name: Çem\nblock: part\nquote: "A <part>"\nparent: comment-ann',
      'لا أوافق.\n\n> Quoted',
    ],
  ] as const;
  for (const [name, fields, text] of comments)
    writeFileSync(at('discussed', `comments/${name}`), `---\n${fields}\norigin: form\n---\n\n${text}\n`);
  const { code, output } = await library.run('build');
  expect(code, output).toBe(0);
});

const books = ['lamp', 'lamp/de', 'lamp/ar', 'lamp/ja', 'read', 'discussed'].map(bookAddress);
const chapter = (book: string) => {
  const files = Object.entries(unzipSync(readFileSync(join(library.out, book))));
  return files.flatMap(([name, bytes]) => (name.includes('/essays/') ? [strFromU8(bytes)] : [])).join('');
};

describe('the book of an essay', () => {
  itPassesEpubcheck([...books, '/essays.epub'], (book) => join(library.out, book));

  it('leads to its reading, which is no part of it', () => {
    const text = chapter(bookAddress('read'));
    expect(text).toMatch(/<a [^>]*href="https:\/\/[^"]*\/reading\.mp3"/);
    expect(text).not.toContain('<audio');
  });

  it('has no comments', () => {
    const text = chapter(bookAddress('discussed'));
    expect(text).toContain('It is discussed.');
    expect(text).not.toContain('Well');
  });

  it.each(Object.entries(translations))(
    'is in the language of the translation: %s',
    (language, { title }) => {
      const text = chapter(bookAddress(`lamp/${language}`));
      expect(text).toContain(`xml:lang="${language}"`);
      expect(text).toContain(title);
      expect(text.includes('dir="rtl"')).toBe(language === 'ar');
    },
  );
});
