import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { breakers, commentWith, fieldsWith, refusedFields, workWith } from './field-payloads.ts';
import { htmlPayloads } from './html-payloads.ts';
import { jsxPayloads, markdownPayloads } from './jsx-payloads.ts';

/** Places of a text in which a piece of HTML can stand, each with the payload for `@`. */
const places = [
  '| a | b |\n|---|---|\n| @ | c |',
  'A note[^n].\n\n[^n]: @',
  '- a\n  - @',
  '> [!NOTE] A title\n> @',
  'Term\n: @',
  '## A heading @',
  '> @',
];

/** What is put into those places: one of each kind that Markdown passes on. */
const placed = [
  '<img src=x onerror=alert(1)>',
  '<b onclick="alert(1)">x</b>',
  '<a href="java&Tab;script:alert(1)">x</a>',
  '<script>alert(1)</script>',
  '`<svg onload=alert(1)>` \\<script>alert(1)\\</script>',
];

const plain = { title: 'A title', description: 'A description', published: '2026-01-02' };
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>';

/** An essay that tries one thing; its files by name. */
export interface Attempt {
  slug: string;
  files: Record<string, string>;
}

function text(body: string, fields: Record<string, unknown> = plain): string {
  return `---\n${JSON.stringify(fields)}\n---\n\nBefore it.\n\n${body}\n\nThe words behind it.\n`;
}

/** Every attempt, one an essay. */
export const attempts: readonly Attempt[] = [
  ...numbered('html', htmlPayloads, (one) => ({ 'index.md': text(one) })),
  ...numbered('html-in-mdx', htmlPayloads, (one) => ({ 'index.mdx': text(one) })),
  ...numbered('markdown', markdownPayloads, (one) => ({ 'index.md': text(one) })),
  ...numbered('markdown-in-mdx', markdownPayloads, (one) => ({ 'index.mdx': text(one) })),
  ...numbered('jsx', jsxPayloads, (one) => ({ 'index.mdx': text(one) })),
  ...places.flatMap((place, index) =>
    numbered(`place-${index}`, placed, (one) => ({ 'index.md': text(place.replace('@', () => one)) })),
  ),
  ...numbered('fields', breakers, (one, number) => ({
    'index.md': text('## A part\n\nWords.', fieldsWith(one, number)),
    'index.de.md': text('## Ein Teil\n\nWorte.', fieldsWith(one, number)),
    'square.svg': drawing,
    'comments/2026-02-03-a.md': commentWith(one),
  })),
  ...numbered('work', breakers, (one) => ({
    'index.md': text('A claim [@work].'),
    'references.json': JSON.stringify([workWith(one)]),
  })),
  ...numbered('bibtex', breakers, (one) => ({
    'index.md': text('A claim [@work].'),
    'references.bib': `@book{work,\n  title = {Work ${one}},\n  author = {Family ${one}},\n  publisher = {${one}},\n  url = {javascript:alert(1)},\n  year = 1999\n}\n`,
  })),
  ...numbered('refused-field', refusedFields, (one) => ({
    'index.md': text('Words.', { ...plain, ...one }),
  })),
];

function numbered<Item>(
  name: string,
  items: readonly Item[],
  files: (item: Item, number: number) => Record<string, string>,
): Attempt[] {
  return items.map((item, number) => ({ slug: `${name}-${number}`, files: files(item, number) }));
}

/** Writes a library of some attempts, with a page that has the fields of each breaker. */
export function writeLibrary(content: string, some: readonly Attempt[]): void {
  rmSync(content, { recursive: true, force: true });
  const write = (path: string, words: string) => {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), words);
  };
  cpSync('tests/fixtures/drafts/pages', join(content, 'pages'), { recursive: true });
  for (const [number, one] of breakers.entries())
    write(
      `pages/page-${number}.md`,
      text('Words.', { title: `Page ${number} ${one}`, description: `Description ${one}` }),
    );
  const base = JSON.stringify(resolve('tests/fixtures/site.ts'));
  write(
    'site.ts',
    `import { site as base } from ${base};\nexport const site = { ...base, comments: { send: { by: 'mail', address: 'a@a.example' } } };\n`,
  );
  for (const { slug, files } of some)
    for (const [name, words] of Object.entries(files)) write(`essays/${slug}/${name}`, words);
}
