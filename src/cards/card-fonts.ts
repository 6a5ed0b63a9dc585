import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { root } from '../paths.ts';

/** Every script for which the npm package has letters, as its files are named. */
const scripts = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'] as const;

const require = createRequire(import.meta.url);
const packaged = dirname(require.resolve('@fontsource-variable/vollkorn/package.json'));

/**
 * A folder with the fonts of cards as TrueType files, which Pango can read, in the weight of titles; and with a
 * configuration by which fontconfig knows these fonts and no others: those of a system differ between machines.
 * @returns its absolute path
 */
export async function cardFonts(): Promise<string> {
  const maker = createHash('sha256');
  for (const file of [new URL(import.meta.url), join(root, 'package-lock.json')])
    maker.update(readFileSync(file));
  const folder = join(root, '.stet/fonts', `cards-${maker.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  mkdirSync(join(unfinished, 'fonts'));
  writeFileSync(join(unfinished, 'fonts.conf'), configuration);
  for (const script of scripts)
    for (const style of ['normal', 'italic'] as const) {
      const source = readFileSync(join(packaged, `files/vollkorn-${script}-wght-${style}.woff2`));
      const font = await subsetFont(source, lettersOf(script), options);
      writeFileSync(join(unfinished, 'fonts', `${script}-${style}.ttf`), font);
    }
  try {
    renameSync(unfinished, folder);
  } catch {
    rmSync(unfinished, { recursive: true }); // another build has made the same folder
  }
  return folder;
}

const options = { targetFormat: 'truetype', variationAxes: { wght: 400 }, noHinting: true } as const;

/** Paths in it are counted from the folder, in which the process that draws is started. */
const configuration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir prefix="cwd">fonts</dir><cachedir>cache</cachedir></fontconfig>
`;

/** The letters that a file of the package holds, as its list of ranges says: `U+0-FF,U+131`. */
function lettersOf(script: (typeof scripts)[number]): string {
  const ranges: Record<string, string> = JSON.parse(readFileSync(join(packaged, 'unicode.json'), 'utf8'));
  return (ranges[script] ?? '')
    .split(',')
    .flatMap((range) => {
      const [first = 0, last = first] = range
        .replace('U+', '')
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    })
    .join('');
}
