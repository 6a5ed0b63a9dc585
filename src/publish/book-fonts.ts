import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import type { MadeFile } from '../document/made-file.ts';
import { core, western } from './fonts.ts';

/** The faces of a book: its text, what is stressed, what is strong. */
const faces = [
  { name: 'regular', style: 'normal', weight: 400 },
  { name: 'italic', style: 'italic', weight: 400 },
  { name: 'semibold', style: 'normal', weight: 600 },
] as const;

/**
 * The fonts of books, each in one weight, as TrueType: readers of books take neither WOFF2 nor fonts of several
 * weights everywhere. Beside them is their licence, as it asks.
 */
export async function bookFonts(): Promise<MadeFile[]> {
  const require = createRequire(import.meta.url);
  const packaged = (path: string) => readFileSync(require.resolve(`@fontsource-variable/vollkorn/${path}`));
  const files: MadeFile[] = [];
  for (const { name, style, weight } of faces) {
    const source = packaged(`files/vollkorn-latin-wght-${style}.woff2`);
    const options = { targetFormat: 'truetype', variationAxes: { wght: weight }, noHinting: true } as const;
    const content = await subsetFont(source, core + western, options);
    files.push({ path: `fonts/vollkorn-${name}.ttf`, content });
  }
  return [...files, { path: 'fonts/OFL.txt', content: packaged('LICENSE') }];
}
