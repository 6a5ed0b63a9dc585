import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
import { textProblems } from '../../../src/compile/text-problems.ts';
import { AuthorError, type Problem } from '../../../src/document/problem.ts';

/** 300 in every run of the tests; 3,000 in `npm run test:nightly`. */
const numRuns = process.env['STET_SEQUENCES'] ? 3000 : 300;
const seed = Number(process.env['STET_SEED'] ?? 20261125);

/** What authors write. Each `@` becomes a word that is in the text once and must be on the page. */
const pieces = [
  '@ is a sentence of *@* and **@** words, with `@` and ~~@~~.',
  '## @',
  '- @\n- @\n  - @\n    1. @',
  '> @\n>\n> - @',
  '| @ | @ |\n|---|---|\n| @ | @ |',
  'A note[^n] and @.\n\n[^n]: @ in a note.\n\n    @ in its second paragraph.',
  '```js\nconst @ = 1;\n```',
  '[@](https://a.example/) and https://a.example/ @',
  '- [x] @\n- [ ] @',
  '<p>@ <em>@</em></p>',
  '<details><summary>@</summary>\n\n@\n\n</details>',
  '@\\\n@  \n@',
  'A formula $x_1$, 5 < 6 & @ > 7.',
  '“@” — @… (@)',
  '1. @\n\n   @\n\n2. @',
  '---',
  '<!-- a comment -->\n\n@',
  '@ \u{1F642} é 漢字 עברית @',
];

const signs = [...'`*_[]()<>!|#-{}\\$&:~^"\'=/\n\t '];
const mutation = fc.record({
  at: fc.nat(),
  sign: fc.constantFrom(...signs),
  what: fc.constantFrom('add', 'cut', 'double'),
});
const input = fc.record({
  chosen: fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }),
  mutations: fc.array(mutation, { maxLength: 4 }),
  ending: fc.constantFrom('md', 'mdx'),
});

it(`${numRuns} mutated texts give a page with all of their words, or a sentence with file and line`, async () => {
  const count = { pages: 0, sentences: 0 };
  await fc.assert(
    fc.asyncProperty(input, async ({ chosen, mutations, ending }) => {
      const { text, words } = mutated(`\n${chosen.join('\n\n')}`, mutations);
      const start = performance.now();
      const { problems, html } = await compiled(text, `essay.${ending}`);
      expect(performance.now() - start).toBeLessThan(10_000);
      if (problems.length > 0) {
        count.sentences += 1;
        for (const one of problems)
          expect(one).toMatchObject({ file: `essay.${ending}`, message: expect.stringMatching(/\S/) });
        return;
      }
      count.pages += 1;
      expect(
        words.filter((word) => html !== '' && !html.includes(word)),
        text,
      ).toEqual([]);
    }),
    { numRuns, seed },
  );
  console.log(`${count.pages} pages, ${count.sentences} sentences`);
  expect(Math.min(count.pages, count.sentences)).toBeGreaterThan(0);
}, 1_800_000);

async function compiled(text: string, path: string): Promise<{ problems: readonly Problem[]; html: string }> {
  const problems = textProblems(path, text);
  if (problems.length > 0) return { problems, html: '' };
  try {
    return await compileText(text, { path });
  } catch (error) {
    if (error instanceof AuthorError) return { problems: error.problems, html: '' };
    throw error;
  }
}

/** A text with its words, and changes between them, never inside one. */
function mutated(template: string, mutations: readonly { at: number; sign: string; what: string }[]) {
  const parts = template.split('@');
  for (const { at, sign, what } of mutations) {
    const index = at % parts.length;
    const part = parts[index] ?? '';
    const from = part.length === 0 ? 0 : at % part.length;
    const instead =
      what === 'add'
        ? sign + part.slice(from, from + 1)
        : what === 'cut'
          ? ''
          : part.slice(from, from + 1).repeat(2);
    parts[index] = part.slice(0, from) + instead + part.slice(from + 1);
  }
  const words = parts.slice(1).map((_, index) => `word${index}q`);
  return {
    text: `---\ntitle: A\n---\n${parts.map((part, index) => part + (words[index] ?? '')).join('')}`,
    words,
  };
}
