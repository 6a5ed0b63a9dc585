import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { scratchLibrary } from '../site/scratch-library.ts';
import { packagedChromium } from './chromium.ts';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

/**
 * How the pages looked when somebody last said that they look right: `npm run pictures` takes the pictures of
 * `tests/pictures` again. They are grey and a third as wide and as high as the page, which is enough to see a rule,
 * a margin or a paragraph that is elsewhere, and weighs little.
 */
const renewed = process.env['STET_PICTURES'] === 'renew';
const scale = 3;
/** Height of what is compared, in pixels of the page; longer pages are cut there. */
const longest = 1800;
/** Grey levels, of 256, by which a pixel may differ, and the share of the pixels that may differ by more. */
const tolerance = { grey: 40, share: 0.0008 };

let one: SiteInBrowser;
let specimen: SiteInBrowser;
let many: SiteInBrowser;
beforeAll(async () => {
  const library = scratchLibrary('thirty');
  for (let number = 1; number <= 30; number += 1)
    library.write(`number-${number}`, `The text of number ${number}.`);
  for (let number = 1; number <= 30; number += 1)
    library.edit(`number-${number}`, '2026-01-02', `${2026 - (number % 4)}-0${1 + (number % 9)}-02`);
  expect(await library.run('build')).toMatchObject({ code: 0 });
  one = await siteInBrowser();
  specimen = await siteInBrowser('/', inject('specimen'));
  many = await siteInBrowser('/', library.out);
});
afterAll(() => Promise.all([one.close(), specimen.close(), many.close()]));

const pages: [name: string, site: () => SiteInBrowser, path: string][] = [
  ['specimen', () => specimen, 'essays/specimen/'],
  ['essay', () => one, essay],
  ['home-1', () => one, ''],
  ['home-30', () => many, ''],
];

const modes = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
  print: { colorScheme: 'light', forcedColors: 'none' },
} as const;

/** Other browsers have other fonts for code and fields: the pictures are of the one that npm brings. */
describe.skipIf(!packagedChromium).each(pages)('%s looks as it did', (name, site, path) => {
  const widths = [320, 390, 768, 1280, 1920] as const;
  const cases = widths.flatMap((width) =>
    (['light', 'dark', 'forced', 'print'] as const)
      .filter((mode) => mode !== 'print' || width === 768)
      .map((mode) => [width, mode] as const),
  );
  it.each(cases)('at %i px, %s', async (width, mode) => {
    const context = await site().browser.newContext({
      viewport: { width, height: 900 },
      ...modes[mode],
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.addInitScript(() => Object.defineProperty(performance, 'now', { value: () => 0 })); // a fast line
    await page.goto(site().address + path, { waitUntil: 'networkidle' });
    await page.evaluate(async () => {
      document.documentElement.dataset['fonts'] = '';
      await Promise.all([document.fonts.load('1em Vollkorn'), document.fonts.load('italic 1em Vollkorn')]);
      await document.fonts.ready;
    });
    await page.reload({ waitUntil: 'networkidle' }); // in the fonts that are known now
    await page.evaluate(() =>
      Promise.all(
        [...document.images].map((image) => {
          image.loading = 'eager';
          return image.decode();
        }),
      ),
    );
    if (mode === 'print') await page.emulateMedia({ media: 'print' });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const shot = await page.screenshot({
      fullPage: true,
      clip: { x: 0, y: 0, width, height: Math.min(height, longest) },
      animations: 'disabled',
      caret: 'hide',
    });
    await context.close();
    const small = sharp(shot)
      .greyscale()
      .resize({ width: Math.round(width / scale) });
    const file = `tests/pictures/${name}-${width}-${mode}.png`;
    if (renewed) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, await small.png({ palette: true, colours: 16, dither: 0, effort: 10 }).toBuffer());
    }
    const now = await small.raw().toBuffer({ resolveWithObject: true });
    const then = await sharp(readFileSync(file)).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect([now.info.width, now.info.height], 'the page is as long as it was').toEqual([
      then.info.width,
      then.info.height,
    ]);
    const different = now.data.reduce(
      (count, grey, index) => count + Number(Math.abs(grey - (then.data[index] ?? 0)) > tolerance.grey),
      0,
    );
    expect(different / now.data.length, 'share of pixels that differ').toBeLessThanOrEqual(tolerance.share);
  });
});
