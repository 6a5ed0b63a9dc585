import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scratchLibrary } from '../site/scratch-library.ts';
import { type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

const library = scratchLibrary('translations-browser');
const page = 'essays/tides/';
const count = 14;
const numbers = Array.from({ length: count }, (_, number) => number);
const english = numbers.flatMap((number) => [
  ...(number % 5 === 0 ? [`## Part ${number / 5 + 1}`] : []),
  `Paragraph ${number} tells of the sea. ${'The water rises and falls, and the shore waits. '.repeat(8)}`,
]);
const german = numbers.flatMap((number) => [
  ...(number % 5 === 0 ? [`## Teil ${number / 5 + 1}`] : []),
  `Absatz ${number} erzählt vom Meer. ${'Das Wasser steigt und fällt, und das Ufer wartet. '.repeat(8)}`,
]);
const arabic = numbers.flatMap((number) => [
  ...(number % 5 === 0 ? [`## الجزء ${number / 5 + 1}`] : []),
  `الفقرة ${number} تحكي عن البحر. ${'يرتفع الماء وينخفض، والشاطئ ينتظر صابراً. '.repeat(8)}`,
]);
const write = (language: string, title: string, blocks: readonly string[]) =>
  writeFileSync(
    join(library.content, 'essays/tides', `index.${language}.mdx`),
    `---\ntitle: ${title}\ndescription: A\npublished: 2026-01-03\n---\n\n${blocks.join('\n\n')}\n`,
  );
let site: SiteInBrowser;

beforeAll(async () => {
  library.write('tides', ...english);
  library.write('alone', ...english);
  write('de', 'Die Gezeiten', german);
  write('ar', 'المد والجزر', arabic);
  expect((await library.run('build')).code).toBe(0);
  library.edit('tides', 'Paragraph 2 tells', 'Paragraph 2 also tells');
  expect((await library.run('build')).code).toBe(0);
  site = await siteInBrowser('/', library.out);
});
afterAll(() => site?.close());

it.each([
  [320, 640],
  [1280, 800],
])('keeps the paragraph of a reader who changes the language, at %i px', async (width, height) => {
  const shown = await site.open(page, { viewport: { width, height } });
  const link = (name: string) => shown.locator('.languages').getByText(name);
  expect(new URL((await link('Deutsch').getAttribute('href')) ?? '', shown.url()).hash).toBe('');
  const paragraph = shown.locator('.prose > p', { hasText: 'Paragraph 8 ' });
  const id = await paragraph.getAttribute('id');
  await paragraph.evaluate((one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 100));
  const href = () => link('Deutsch').getAttribute('href');
  await expect.poll(href).toContain(`#${id}`);
  await shown.evaluate(() => scrollTo(0, 0)); // where the links are
  await shown.waitForTimeout(1000);
  await link('Deutsch').click();
  await shown.waitForURL(/\/essays\/tides\/de\/#/);
  const target = shown.locator(`[id="${id}"]`);
  expect(await target.textContent()).toContain('Absatz 8 ');
  await expect
    .poll(() => target.evaluate((one) => Math.abs(one.getBoundingClientRect().top) < innerHeight))
    .toBe(true);
  await expect.poll(() => link('العربية').getAttribute('href')).toContain(`#${id}`);
  await link('العربية').click(); // which scrolls there
  await shown.waitForURL(/\/essays\/tides\/ar\/#/);
  expect(await shown.locator(`[id="${id}"]`).textContent()).toContain('الفقرة 8 ');
  expect(site.complaints).toEqual([]);
  await shown.context().close();
});

it('leads to the top of the other text without scripts', async () => {
  const shown = await site.open(page, { javaScriptEnabled: false });
  await shown.locator('.languages').getByText('Deutsch').click();
  expect(new URL(shown.url()).pathname).toBe('/essays/tides/de/');
  expect(await shown.locator('h1').textContent()).toBe('Die Gezeiten');
  expect(await shown.locator('html').getAttribute('lang')).toBe('de');
  await shown.context().close();
});

it('shows what has changed in the original in words, with a way there', async () => {
  const shown = await site.open(`${page}de/`);
  const mark = shown.locator('.outdated a');
  expect(await mark.count()).toBe(1);
  expect(await mark.textContent()).toBe('Im Original geändert, seit dies übersetzt wurde');
  await mark.click();
  await shown.waitForURL(/\/essays\/tides\/#/);
  const id = decodeURIComponent(new URL(shown.url()).hash.slice(1));
  expect(await shown.locator(`[id="${id}"]`).textContent()).toContain('Paragraph 2 also');
  await shown.context().close();
});

it('finds the sections of a translation in its language', async () => {
  const shown = await site.open(page);
  await shown.keyboard.press('/');
  await shown.locator('input[type=search]').fill('Absatz');
  const result = shown.locator('a[href*="essays/tides/de/"]:not(.languages a)').first();
  await result.waitFor();
  expect(await result.textContent()).toMatch(/Teil|Gezeiten/);
  await shown.context().close();
});

it('loads nothing for it on the page of an essay in one language', async () => {
  const shown = await site.open('essays/alone/');
  const files = await shown.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(files.filter((name) => /language|translation/i.test(name))).toEqual([]);
  await shown.context().close();
});
