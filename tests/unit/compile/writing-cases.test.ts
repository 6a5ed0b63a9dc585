import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFrontmatter } from '../../../src/compile/frontmatter.ts';
import { essaySchema } from '../../../src/document/frontmatter.ts';
import { compiledInFolder, type InFolder } from './compiled-in-folder.ts';

/** What each small text becomes: a part of its HTML, or the mistakes that are named. Files beside it where it needs some. */
interface Outcome {
  language?: string;
  has?: RegExp[];
  hasNot?: RegExp[];
  problems?: string[];
  says?: RegExp;
  contents?: string[];
  files?: Record<string, string>;
}

const outcomes: Record<string, Outcome> = {
  'alike-headings': { has: [/<h2 id="day-1">Day 1</, /<h2 id="day-2">Day 2</], contents: ['Day 1', 'Day 2'] },
  'caption-markup': {
    files: { 'lamp.png': 'x' },
    has: [/A lamp, after <em>Lee<\/em> \(<a href="https:\/\/x.example\/">source<\/a>\)\.<\/figcaption>/],
  },
  'cjk-bold': {
    language: 'ja',
    has: [/彼は<strong>「光」<\/strong>と言った。灯は<strong>消えた。<\/strong>夜になった。/],
  },
  'definition-list': {
    has: [/<dl id="\w+">\s*<dt>Lamp<\/dt>\s*<dd>A thing that gives light\.\s*<\/dd>\s*<\/dl>/],
  },
  'directive-callout': {
    has: [
      /<div id="\w+" class="callout callout-note" role="note">\s*<p class="callout-title">Note<\/p>\s*<p>The lamp is hot\.<\/p>/,
    ],
    hasNot: [/:::/],
  },
  'german-quotes': { language: 'de', has: [/Er sagte „Licht“ und ging\. Sie sagte ‚nein‘\./] },
  'github-callout': {
    has: [
      /class="callout callout-warning" role="note">\s*<p class="callout-title">Warning<\/p>\s*<p>The lamp is hot\.<\/p>/,
    ],
    hasNot: [/\[!WARNING\]/, /blockquote/],
  },
  'h1-in-text': {
    contents: ['The first part', 'The second part'],
    has: [/<h2 id="the-first-part">/],
    hasNot: [/<h1/],
  },
  'heading-id-md': {
    has: [/<h2 id="oil">Oil lamps<\/h2>/, /<a href="#oil">above<\/a>/],
    contents: ['Oil lamps'],
  },
  'heading-id-mdx': { has: [/<h2 id="oil">Oil lamps<\/h2>/], contents: ['Oil lamps'] },
  'html-comment-mdx': { has: [/<p id="\w+">Words\. ?<\/p>/], hasNot: [/check this date/] },
  'html-img-beside': {
    files: { 'lamp.png': 'x' },
    has: [/<img __ASTRO_IMAGE_="[^"]*&#x22;src&#x22;:&#x22;.\/lamp.png&#x22;/, /Before\./, /After\./],
  },
  'less-than-mdx': { problems: ['mdx/angle-bracket:7'], says: /`\\<` or `\{'<'\}`/ },
  'link-to-file': { has: [/<a href="\/essays\/remote-image\/">the other<\/a>/] },
  'link-without-slash': { has: [/<a href="\/essays\/remote-image\/">the other<\/a>/] },
  'local-video': { files: { 'clip.mp4': 'x' }, has: [/<video src="\.\/clip\.mp4" controls>/, /The end\./] },
  'missing-part': { problems: ['text/missing-import:7'], says: /`\.\/lamps` does not exist/ },
  'money-becomes-math': {
    has: [/Bread was \$2 in spring and \$3 in autumn, and <strong>\$4<\/strong> or \$5 at Christmas\./],
    hasNot: [/<math/],
  },
  'one-line-display-math': {
    has: [/<section id="\w+" class="formula" tabindex="0"/, /<math display="block"/],
  },
  'raw-pre-overflow': {
    has: [/<section class="code" id="\w+" tabindex="0" aria-label="Code: one long line[^"]*"><pre>/],
  },
  'remote-image': { problems: ['text/remote-image:9'], says: /npm run import/ },
  'root-image': { has: [/<img [^>]*\/assets\/lamp\.png/] },
  'self-closed-iframe': { problems: ['text/unknown-frame:9'], says: /embeds/ },
  'style-attribute': { has: [/<p id="\w+" class="align-center">/], hasNot: [/style=/] },
  'youtube-embed': { problems: ['text/unknown-frame:9'], says: /www\.youtube\.com/ },
};

/** Cases whose frontmatter is the point. */
const elsewhere = ['placeholder', 'scheduled', 'series-unseen'];

const folder = 'tests/fixtures/writing';
const files = readdirSync(folder).sort();

describe('what writers write', () => {
  it('is here, each by its name', () => {
    const names = files.map((file) => file.replace(/\.mdx?$/, ''));
    expect([...Object.keys(outcomes), ...elsewhere].sort()).toEqual(names);
  });

  it.each(files.filter((file) => !elsewhere.includes(file.replace(/\.mdx?$/, ''))))('%s', async (file) => {
    const slug = file.replace(/\.mdx?$/, '');
    const outcome = outcomes[slug] ?? {};
    const mdx = file.endsWith('.mdx');
    const made = await compiledInFolder(readFileSync(`${folder}/${file}`, 'utf8'), {
      mdx,
      slug,
      files: outcome.files ?? {},
      language: outcome.language ?? 'en',
    });
    check(made, outcome);
  });
});

it('series-unseen: a part and a status are what the page shows of an essay', () => {
  const source = readFileSync(`${folder}/series-unseen.mdx`, 'utf8');
  const read = readFrontmatter('series-unseen.mdx', source, essaySchema('en'));
  expect(read).toMatchObject({ metadata: { series: { name: 'On lamps', part: 2 }, status: 'notes' } });
});

function check(made: InFolder, { has = [], hasNot = [], problems = [], says, contents }: Outcome): void {
  expect(made.problems).toEqual(problems);
  for (const pattern of has) expect(made.html).toMatch(pattern);
  for (const pattern of hasNot) expect(made.html).not.toMatch(pattern);
  if (says) expect(made.messages.join('\n')).toMatch(says);
  if (contents) expect(made.contents).toEqual(contents);
}
