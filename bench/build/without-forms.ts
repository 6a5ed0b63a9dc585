import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Changes in the sources of an engine that leave out every form beside the pages: outputs, books and cards. Links to
 * them are looked up as before; their absence is no fault, and no time goes into sentences about it.
 */
const changes: readonly [file: string, before: string, after: string][] = [
  [
    'src/outputs/outputs.ts',
    'for (const output of outputs)',
    'for (const output of outputs.slice(outputs.length))',
  ],
  [
    'src/library/site-books.ts',
    '): Promise<MadeFile[]> {\n',
    '): Promise<MadeFile[]> {\n  if (essays) return [];\n',
  ],
  ['src/library/site-cards.ts', "all.filter(({ key }) => !cache.keep('card', key))", 'all.slice(all.length)'],
  [
    'src/library/site-cards.ts',
    'return essays.map((essay) => {',
    'return essays.slice(essays.length).map((essay) => {',
  ],
  [
    'src/publish/check-links.ts',
    'return [missingPage(value, target.path, source(), pages)]',
    'return pages.slice(pages.length).map(() => missingPage(value, target.path, source(), pages))',
  ],
];

/**
 * Leaves the forms out of a site's builds, by which their cost is known.
 * @throws Error where the sources have changed and a change does not fit them
 */
export function leaveOutForms(folder: string): void {
  for (const [file, before, after] of changes) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(before)) throw new Error(`${file} does not have: ${before}`);
    writeFileSync(path, text.replaceAll(before, after));
  }
}
