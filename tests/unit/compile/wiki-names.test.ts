import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { beforeEach, describe, expect, it } from 'vitest';
import { wikiLinks } from '../../../src/compile/steps/wiki-links.ts';
import { wikiNamesIn } from '../../../src/compile/wiki-names.ts';
import { visit } from '../../../src/document/visit.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-names-'));
  write('essays/bees/index.md', 'Of Bees & Men');
  write('essays/lamps/index.mdx', '"Straße der  Lampen"');
  write('essays/first/index.md', 'Notes');
  write('essays/second/index.md', 'notes');
  write('essays/twice/index.md', 'Bees');
  write('essays/bees/index.de.md', 'Von Bienen & Menschen');
  write('essays/lamps/index.pt-BR.mdx', '"Straße der Lampen"');
  write('pages/about.md', 'Who writes here');
});

function write(path: string, title: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `---\ntitle: ${title}\n---\n\nText.\n`);
}

const names = () => wikiNamesIn(join(folder, 'essays'), join(folder, 'pages'));

/** The links of a text as `words → address`, and what is wrong with them. */
async function links(text: string): Promise<{ found: string[]; problems: string[] }> {
  const file = new VFile({ value: text, path: 'a.md' });
  file.data.name = 'a.md';
  const tree: Root = unified().use(remarkParse).parse(file);
  await unified().use(wikiLinks, { names }).run(tree, file);
  const found: string[] = [];
  visit(tree, 'link', (node) => void found.push(`${textOf(node)} → ${node.url}`));
  return { found, problems: (file.data.problems ?? []).map(({ line, message }) => `${line}: ${message}`) };
}

describe('a link by name', () => {
  it.each([
    ['[[of bees & men]]', 'of bees & men → /essays/bees/'],
    ['[[Straße der Lampen]]', 'Straße der Lampen → /essays/lamps/'],
    ['[[WHO WRITES HERE|them]]', 'them → /about/'],
    ['[[Of Bees & Men#A part|there]]', 'there → /essays/bees/#a-part'],
    ['[[von Bienen & Menschen#Ein Teil|da]]', 'da → /essays/bees/de/#ein-teil'],
    ['[[bees/de]]', 'bees/de → /essays/bees/de/'],
    ['[[essays/lamps/index.pt-BR.mdx|dort]]', 'dort → /essays/lamps/pt-br/'],
    ['[[bees]]', 'bees → /essays/bees/'], // a folder is meant before a title
  ])('finds a text by its title: %s', async (text, found) => {
    expect(await links(text)).toEqual({ found: [found], problems: [] });
  });

  it('that is the title of several texts is a mistake', async () => {
    const { problems } = await links('A\n\n[[Notes]]');
    expect(problems).toEqual([
      expect.stringMatching(
        /^3: `\[\[Notes\]\]` is the title of more than one text: \/essays\/first\/, \/essays\/second\/\. Write/,
      ),
    ]);
  });

  it('reads a title again when its file was written again', () => {
    expect(names().titles.get('of bees & men')).toEqual(['/essays/bees/']);
    write('essays/bees/index.md', 'Of nothing else');
    expect(names().titles.has('of bees & men')).toBe(false);
    expect(names().titles.get('of nothing else')).toEqual(['/essays/bees/']);
  });
});
