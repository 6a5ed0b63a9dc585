import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
import type { Section } from '../../../src/document/section.ts';
import { essayMarkdown } from '../../../src/outputs/markdown.ts';
import type { PublishedEssay } from '../../../src/outputs/output.ts';
import { site } from '../../../src/site.ts';
import { htmlWords } from './article-words.ts';
import { compileFile, published } from './essays.ts';

/** 150 in every run of the tests; 3,000 in `npm run test:nightly`. */
const numRuns = process.env['STET_SEQUENCES'] ? 3000 : 150;
const seed = Number(process.env['STET_SEED'] ?? 20261126);

/** Marks of every syntax, some of which only Stet reads. */
const marks = fc.constantFrom(
  ...['==', '==a==', '=', '===', '::: ', ':::', ':::note', ':smile:', ':+1:', ': ', ':', '^', 'x^2^', '^['],
  ...['^[a]', '[^', '[^1]', '[^1]: ', '[[', '[[wiki]]', ']]', '![[a.png]]', '[!NOTE]', '[!TIP]- ', '[toc]'],
  ...['[', ']', '{', '}', '{#id}', '{.a}', '{width=2}', '$', '$$', '$a$', '$5', '<', '<b', '>', '> ', '<!--'],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '~a~',
    '`',
    '``',
    '#',
    '## ',
    '-',
    '- ',
    '+ ',
    '1. ',
    '1) ',
    '|',
    '\\',
  ],
  ...['*[HTML]: ', '[@', '@', '&', '&amp;', '%', '!', '![', '](', ')', '(', '---', '***', '\u3042', '\u3002'],
  ...['http://a.example x', 'www.a.example x', '\u05d0', '\u{1F642}', ',', '/', ';'],
);
const word = fc.constantFrom('a', 'word', '1', '2026', '\u6f22', '\u05d1', 'Term');
const text = fc
  .array(fc.tuple(fc.oneof(marks, marks, word), fc.constantFrom('', ' ')), { minLength: 1, maxLength: 5 })
  .map((pieces) => `t${pieces.map(([piece, space]) => piece + space).join('')}`.trimEnd());
/** Marks that stand at the beginning. */
const early = text.map((one) => one.slice(1).trimStart()).filter((one) => /[\p{L}\p{N}]/u.test(one));
const words = fc.oneof(text, early).map(escaped);
const code = text.map((one) => one.replaceAll('`', ''));

/** What an address may hold, as it is written in Markdown. */
const address = fc
  .array(
    fc.constantFrom(
      ...['a', 'zebra', '\\(', '\\)', '(b)', '%3E', '%3C', '%28', '%20', '%5C', '\\\\', '\\[', '\\]', '\\*'],
      ...['_', '~', '&', '&amp;', '?q=', '#', '\u00e9', '\u6f22', "'", '"', '=', '@', '!', '$', ':', ','],
    ),
    { maxLength: 4 },
  )
  .map((pieces) => pieces.join(''));

/** Inline constructs, with letters around them where Markdown needs these. */
const inline = fc.oneof(
  { weight: 3, arbitrary: words },
  words.map((one) => ` *x${one}x* `),
  words.map((one) => ` **x${one}x** `),
  words.map((one) => ` ~~x${one}x~~ `),
  words.map((one) => ` ==x${one}x== `),
  fc.tuple(words, address).map(([one, to]) => ` [x${one}x](https://a.example/${to}) `),
  fc.tuple(words, address).map(([one, to]) => ` [x${one}x](<https://a.example/${to}>) `),
  words.map((one) => ` <kbd>x${one}</kbd> `),
  words.map((one) => ` <ruby>x${one}<rt>${one}</rt></ruby> `),
  words.map((one) => ` <span lang="fr">x${one}</span> `),
  code.map((one) => ` \`\` ${one} \`\` `),
  words.map((one) => `^[A note x${one}]`),
  fc.constant('$x^2$ '),
  fc.constant('\\\n'),
);
const line = fc
  .tuple(words, fc.array(inline, { maxLength: 4 }))
  .map(([first, others]) => `${first}${others.join('')}`.replace(/(?:\\\n|\s)+$/, ''));
const one = line.map((content) => content.replaceAll('\\\n', ' '));

/** Blocks of every kind. */
const block = fc.oneof(
  line,
  one.map((content) => `## ${content}`),
  fc.tuple(line, one).map(([first, second]) => `- ${inside(first, '  ')}\n- ${second}`),
  line.map((content) => `7. ${inside(content, '   ')}`),
  one.map((content) => `- [x] ${content}`),
  line.map((content) => `> ${inside(content, '> ')}`),
  line.map((content) => `> [!NOTE] ${inside(content, '> ')}\n> more`),
  line.map((content) => `:::tip[Title]\n${content}\n:::`),
  fc.tuple(one, one).map(([term, meaning]) => `${term}\n: ${meaning}`),
  fc.tuple(one, one).map(([head, cell]) => `| ${bars(head)} |\n|---|\n| ${bars(cell)} |`),
  code.map((content) => `\`\`\`\`js\n${content}\n\`\`\`\``),
  code.map((content) => `\`\`\`\`js title="a b.js" {1}\n${content}\n\`\`\`\``),
  fc.constant('$$\nx^2\n$$'),
  one.map((content) => `<details><summary>a</summary>\n\n${content}\n\n</details>`),
);

it(`${numRuns} texts with marks of every syntax in every construct are the same essay when their Markdown is read in again`, async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 4 }), async (blocks) => {
      const source = blocks.join('\n\n');
      const first = await compileText(source, { path: '/nowhere/a/index.md', slug: 'a' });
      if (first.problems.length > 0) return; // a text that no site publishes
      compared += 1;
      const essay = published(first);
      const form = essayMarkdown({ site, essay });
      const read = await compileFile(form, '/nowhere/a/index.md');
      expect(read.problems, form).toEqual([]);
      const again = published(read);
      const own = new Set(essay.blocks.map(({ id }) => id));
      expect(again.blocks.filter(({ id }) => own.has(id)).map(shown), form).toEqual(essay.blocks.map(shown));
      expect(wordsOf(again), form).toEqual(wordsOf(essay));
      expect(headings(again.sections), form).toEqual(headings(essay.sections));
      expect(again.notes, form).toEqual(essay.notes);
    }),
    { numRuns, seed },
  );
  console.log(`${compared} of ${numRuns} texts compared`);
  expect(compared).toBeGreaterThan(numRuns / 2);
}, 1_800_000);

const shown = ({ id, kind, text: content }: PublishedEssay['blocks'][number]) =>
  `${kind} ${id}: ${spaced(content)}`;
/** A browser shows any number of spaces as one. Marks in the words of a bare address are set as in print the second time. */
const spaced = (content: string) =>
  content.replaceAll(/\s+/g, ' ').replaceAll('\u201c', '``').replaceAll('\u2014', '---').trim();
const wordsOf = (essay: PublishedEssay) => htmlWords(toHtml(essay.body()));
const headings = (sections: readonly Section[]): unknown[] =>
  sections.map(({ id, title, sections: inner }) => [id, spaced(title), headings(inner)]);

/** Text whose every mark has a backslash before it, so that it is the words of the essay. */
function escaped(content: string): string {
  return content.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}

function inside(content: string, indent: string): string {
  return content.replaceAll('\n', `\n${indent}`);
}

/** Bars in code end a cell too. */
function bars(content: string): string {
  return content.replaceAll(/(?<!\\)\|/g, '\\|');
}
