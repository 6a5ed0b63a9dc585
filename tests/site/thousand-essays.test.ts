import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { generatedWord } from '../../bench/search/large-library.ts';
import { scratchLibrary } from './scratch-library.ts';

/** The most that a page with a list of essays may have, compressed, in a library of any size. */
const most = 30_000;

/** A title as varied as real ones: no word of it is in the title before, and each has another slug. */
const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => generatedWord((from * 7919 + index * 104_729) % 30_000)).join(
    ' ',
  );

function writeEssays(content: string, count: number): void {
  for (let number = 0; number < count; number += 1) {
    const title = words(number, 5);
    const day = String((number % 28) + 1).padStart(2, '0');
    const month = String((Math.floor(number / 28) % 12) + 1).padStart(2, '0');
    const fields = [
      `title: ${title}`,
      `subtitle: ${words(number + 9001, 7)}`,
      'description: A description.',
      `published: ${2006 + Math.floor(number / 50)}-${month}-${day}`,
      `topics: [all of them, ${generatedWord(number % 400)}]`,
      ...(number % 2 ? ['series: { name: The long series, part: ' + `${number} }`] : []),
    ];
    const folder = join(content, 'essays', title.replaceAll(' ', '-'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'index.md'),
      `---\n${fields.join('\n')}\n---\n\n${words(number + 500, 12)}.\n`,
    );
  }
}

it('has small lists of a thousand essays, and every essay is in those of its year, topic and series', async () => {
  const site = scratchLibrary('thousand-essays');
  writeEssays(site.content, 1000);
  expect(await site.run('build')).toMatchObject({ code: 0 });
  const pages = readdirSync(site.out, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(?:index\.html$|(?:series|topics|years)\/.*\.html$)/.test(path))
    .map((path) => {
      const html = readFileSync(join(site.out, path), 'utf8');
      const essays = new Set([...html.matchAll(/essays\/([a-z-]+)\/"/g)].map(([, slug]) => slug));
      return { path, size: brotliCompressSync(html).length, essays };
    });
  const listed = (pattern: RegExp) =>
    new Set(pages.flatMap(({ path, essays }) => (pattern.test(path) ? [...essays] : []))).size;
  expect(pages.filter(({ size }) => size > most)).toEqual([]);
  expect(listed(/^(?:index|years\/.*)/)).toBe(1000);
  expect(listed(/^topics\/all-of-them\//)).toBe(1000);
  expect(listed(/^series\//)).toBe(500);
}, 1_800_000);
