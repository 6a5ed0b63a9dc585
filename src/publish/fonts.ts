import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { generate, parse, walk } from 'css-tree';
import subsetFont from 'subset-font';
import { root } from '../paths.ts';

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');

/** What nearly every English page needs: printable ASCII, the marks of careful setting, the site's own signs, the
 * accented letters of most names. */
export const core = `${range(0x20, 0x7e)}\u00a0§¶©«»·×½é–—‐‑‘’“”„†‡•…›‹€−′″áäçèéíñóöüß`;

/** The rest of Western European text. Loaded only by pages that have such a letter. */
export const western = `${range(0xa1, 0xff)}ŒœŸˆ˜™‰₤`;

/** The style of formulas, which has the letters of each part of their font. */
const formulaStyle = join(root, 'src/styles/formulas.css');

/** Old-style figures are the font's default; these are the features that the styles ask for. */
const options = {
  targetFormat: 'woff2',
  variationAxes: { wght: { min: 400, max: 600 } },
  keepFeatures: [
    'kern',
    'liga',
    'lnum',
    'tnum',
    'pnum',
    'calt',
    'ccmp',
    'locl',
    'mark',
    'mkmk',
    'rlig',
    'rvrn',
  ],
  noHinting: true,
} as const;

/** The one feature that browsers themselves use in formulas: letters made for small sizes. */
const formulaOptions = { targetFormat: 'woff2', keepFeatures: ['ssty'], noHinting: true } as const;

/** Has the fonts ready before any style sheet asks for them. */
export function preparedFonts(): AstroIntegration {
  return {
    name: 'stet-fonts',
    hooks: { 'astro:config:setup': ({ command }) => (command === 'preview' ? undefined : prepareFonts()) },
  };
}

/**
 * Cuts the fonts of texts and formulas from their npm packages down to the letters and weights that are used, into
 * `.stet/fonts`, where the style sheet takes them. The same packages give the same bytes, so fonts that were
 * cut before by this file, with the packages of the same lockfile, stay as they are.
 */
async function prepareFonts(): Promise<void> {
  const folder = join(root, '.stet/fonts');
  mkdirSync(folder, { recursive: true });
  const made = createHash('sha256');
  for (const file of [new URL(import.meta.url), formulaStyle, join(root, 'package-lock.json')])
    made.update(readFileSync(file));
  const maker = made.digest('hex');
  const stamp = join(folder, 'cut-by');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === maker) return;
  const require = createRequire(import.meta.url);
  for (const style of ['normal', 'italic']) {
    const source = readFileSync(
      require.resolve(`@fontsource-variable/vollkorn/files/vollkorn-latin-wght-${style}.woff2`),
    );
    for (const [part, letters] of [
      ['core', core],
      ['western', western],
    ] as const)
      replaceFile(
        join(folder, `vollkorn-${part}-${style}.woff2`),
        await subsetFont(source, letters, options),
      );
  }
  const source = readFileSync(
    require.resolve('@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2'),
  );
  for (const { name, letters } of formulaFonts()) {
    replaceFile(join(folder, name), await subsetFont(source, letters, formulaOptions));
  }
  replaceFile(stamp, maker);
}

/** The parts of the font of formulas: the style sheet says which letters each has. */
function formulaFonts(): { name: string; letters: string }[] {
  const fonts: { name: string; letters: string }[] = [];
  walk(parse(readFileSync(formulaStyle, 'utf8')), (node) => {
    if (node.type !== 'Atrule' || node.name !== 'font-face') return;
    const text = generate(node);
    const name = /fonts\/([\w-]+\.woff2)/.exec(text)?.[1] ?? '';
    const letters = [...text.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/gi)]
      .map(([, first = '', last = first]) => range(Number.parseInt(first, 16), Number.parseInt(last, 16)))
      .join('');
    fonts.push({ name, letters });
  });
  return fonts;
}

/** In one step, because another command may be reading the file. */
function replaceFile(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
}
