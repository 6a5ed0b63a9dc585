import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { scratchLibrary } from './scratch-library.ts';

/** A library with comments, and what its built pages say of them. */
export function commentedLibrary(name: string) {
  const library = scratchLibrary(name);
  const read = (path: string) => readFileSync(join(library.out, path), 'utf8');
  const fileOf = (slug: string, name: string) =>
    join(library.content, 'essays', slug, 'comments', `${name}.md`);

  /** Writes the file of a comment by Jane. */
  function write(slug: string, name: string, fields: readonly string[], text = 'I was there.') {
    mkdirSync(dirname(fileOf(slug, name)), { recursive: true });
    const lines = ['name: Jane', ...fields, 'origin: form'].join('\n');
    writeFileSync(fileOf(slug, name), `---\n${lines}\n---\n\n${text}\n`);
  }

  /** Writes many comments, some of which answer another; nineteen answer the same. */
  function writeMany(slug: string, count: number) {
    for (let number = 0; number < count; number += 1) {
      const day = `2026-0${4 + (Math.floor(number / 28) % 6)}-${String((number % 28) + 1).padStart(2, '0')}`;
      const parent = number % 3 === 0 || number > 150 ? [] : [`parent: comment-n${number - (number % 3)}`];
      const long = number > 20 && number < 40 ? ['parent: comment-n20'] : parent;
      const text = `Remark ${number}, [seen](https://stet.example/no/such/page/) by me.`;
      write(slug, `${day}-n${number}`, long, text);
    }
  }

  /** The element with an id. */
  const place = (path: string, id: string) => {
    const found = select(`[id="${id}"]`, library.page(path));
    if (!found) throw new Error(`${path} has no #${id}.`);
    return found;
  };

  /** What is read at a place, block by block. */
  const wordsOf = (path: string, id: string) => {
    const blocks = selectAll('p, blockquote', place(path, id)).map((block) =>
      textOf(block).replaceAll(/\s+/g, ' ').trim(),
    );
    return blocks.filter((block, index) => block !== blocks[index - 1]).join(' / ');
  };

  /** Where a link at a place leads. */
  const link = (path: string, id: string, selector: string) =>
    select(selector, place(path, id))?.properties['href'];

  /** Gives the site a configuration of comments. */
  function configure(comments: string) {
    const text = readFileSync('tests/fixtures/site.ts', 'utf8').replace(
      '  citations:',
      `  comments: ${comments},\n  citations:`,
    );
    writeFileSync(join(library.content, 'site.ts'), text);
  }

  return { library, fileOf, write, writeMany, place, wordsOf, link, read, configure };
}
