import { writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/commands/serve.ts';
import { type CommandResult, scratchLibrary } from '../site/scratch-library.ts';
import { violations } from './axe.ts';
import { startChromium } from './chromium.ts';
import { silence } from './silence.ts';

const library = scratchLibrary('reading');
const filler = Array.from({ length: 40 }, (_, index) => `Filler ${index} of the text, which makes it long.`);

/** What is read, with when: a heading, two paragraphs, a heading far below. */
const times = `WEBVTT

the-lamp
00:00.000 --> 00:01.000

p-oil
00:01.000 --> 00:02.000

p-gas
00:02.000 --> 00:03.000

the-wick
00:03.000 --> 00:04.000
`;

let browser: Browser;
let told: CommandResult;
let toldAgain: CommandResult;
let served: { address: string; server: Server };
beforeAll(async () => {
  library.write(
    'lamp',
    '<Audio of="this" src="./reading.wav" times="./reading.vtt" />',
    '## The lamp',
    '<p id="p-oil">Oil burned in it.</p>',
    '<p id="p-gas">Then gas.</p>',
    ...filler,
    '## The wick',
    'The end.',
  );
  library.write('plain', 'Text.');
  const folder = dirname(library.essay('lamp'));
  writeFileSync(join(folder, 'reading.wav'), silence(5));
  writeFileSync(join(folder, 'reading.vtt'), times);
  library.write('told', '## One', 'A paragraph.', '- an item\n- another', 'Text.[^1]', '[^1]: A note.');
  told = await library.run('reading', ['told', '0:05']);
  toldAgain = await library.run('reading', ['told', '0:05']);
  library.edit('told', '## One', '<Audio of="this" src="./told.wav" times="./reading.vtt" />\n\n## One');
  writeFileSync(join(dirname(library.essay('told')), 'told.wav'), silence(5));
  const { code, output } = await library.run('build');
  expect(code, output).toBe(0);
  served = await serve(library.out, '/', 24_000 + (process.pid % 9_000));
  browser = await startChromium();
});
afterAll(async () => {
  await browser?.close();
  served?.server.closeAllConnections();
  served?.server.close();
});

async function open(slug: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  await page.goto(`${served.address}essays/${slug}/`);
  return page;
}

const marked = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('[data-reading]')].map(({ id }) => id));

/** Moves the reading to a moment and waits until the part that is read then is marked. */
async function readAt(page: Page, seconds: number, id: string): Promise<void> {
  await page.evaluate((to) => {
    const player = document.querySelector('audio');
    if (player) player.currentTime = to;
  }, seconds);
  await expect.poll(() => marked(page)).toEqual([id]);
}

async function play(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.querySelector('audio')?.play());
  await page.locator('.reading-scroll').waitFor();
}

describe('a reading of the essay', () => {
  it('asks for nothing before it is played, and no other page has its script', async () => {
    const asked: string[] = [];
    const page = await browser.newPage();
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${served.address}essays/lamp/`, { waitUntil: 'networkidle' });
    expect(asked.filter((url) => /reading\.(?:wav|vtt)|reading-along/.test(url))).toEqual([]);
    expect(asked.filter((url) => url.includes('reading-start'))).toHaveLength(1);
    asked.length = 0;
    await page.goto(`${served.address}essays/plain/`, { waitUntil: 'networkidle' });
    expect(asked.filter((url) => url.includes('reading'))).toEqual([]);
    await page.close();
  });

  it('marks what is read, and nothing when it has ended', async () => {
    const page = await open('lamp');
    await play(page);
    await readAt(page, 0.2, 'the-lamp');
    await readAt(page, 1.2, 'p-oil');
    await readAt(page, 2.2, 'p-gas');
    const [mark, plain] = await page.evaluate(() =>
      ['#p-gas', '#p-oil'].map(
        (id) => getComputedStyle(document.querySelector(id) ?? document.body).boxShadow,
      ),
    );
    expect(mark).not.toBe(plain); // a bar beside it, and not a colour alone
    await page.evaluate(() => {
      const player = document.querySelector('audio');
      if (player) player.currentTime = 4.9;
    });
    await expect.poll(() => marked(page)).toEqual([]);
    await page.close();
  });

  it('moves the page only when the reader wants that, and at once where motion is unwelcome', async () => {
    const page = await open('lamp', { reducedMotion: 'reduce' });
    await play(page);
    await readAt(page, 3.2, 'the-wick');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.getByLabel('Scroll along with the reading').check();
    const top = () =>
      page.evaluate(() => document.querySelector('#the-wick')?.getBoundingClientRect().top ?? -1);
    expect(await top()).toBeGreaterThan(0);
    expect(await top()).toBeLessThan(800);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(400);
    await readAt(page, 1.2, 'p-oil');
    expect(await page.evaluate(() => scrollY)).toBeLessThan(400);
    await page.close();
  });

  it('is played from a section that the reader chooses', async () => {
    const page = await open('lamp');
    await page.locator('.reading-times summary').click();
    expect(await page.locator('.reading-times li').allInnerTexts()).toEqual([
      '0:00 The lamp',
      '0:03 The wick',
    ]);
    await page.locator('.reading-times a', { hasText: '0:03' }).click();
    await expect.poll(() => marked(page)).toEqual(['the-wick']);
    expect(page.url()).toMatch(/\/essays\/lamp\/$/);
    await page.close();
  });

  it('has times for each part that is read, which a command writes once', async () => {
    expect([told.code, told.output]).toEqual([0, expect.stringContaining('told/reading.vtt')]);
    expect([toldAgain.code, toldAgain.output]).toEqual([1, expect.stringContaining('Nothing was written')]);
    const page = await open('told');
    await play(page);
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll('.prose > :is(p, ul), .prose h2:not([data-footnotes] *)')].map(
        ({ id }) => id,
      ),
    );
    expect(ids).toHaveLength(4);
    const cues = await page.evaluate(() => {
      const [track] = document.querySelector('audio')?.textTracks ?? [];
      return [...(track?.cues ?? [])].map(({ id, endTime }) => ({ id, endTime }));
    });
    expect(cues.map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(cues.at(-1)?.endTime).toBe(5);
    await page.close();
  });

  it.each([
    [['told'], /length of its recording/],
    [['told', '5 minutes'], /length of its recording/],
    [['tolt', '0:05'], /no essay `tolt`. Did you mean `told`\?/],
  ])('has none for %j', async (args, says) => {
    const { code, output } = await library.run('reading', args);
    expect([code, output]).toEqual([1, expect.stringMatching(says)]);
  });

  it('is a recording and a list of sections without any script', async () => {
    const page = await open('lamp', { javaScriptEnabled: false });
    await page.locator('audio[controls]').waitFor();
    await page.locator('.reading-times summary').click();
    const times = page.locator('.reading-times a');
    expect(await times.nth(2).getAttribute('href')).toMatch(/reading\.wav#t=3$/);
    await times.nth(3).click();
    expect(page.url()).toMatch(/#the-wick$/);
    const answer = await fetch(new URL('reading.wav', page.url()));
    expect(answer.status).toBe(200);
    await page.close();
  });

  it('is valid HTML, as built and while it is read', async () => {
    const page = await open('lamp');
    await play(page);
    await readAt(page, 1.2, 'p-oil');
    const off = [
      'no-inline-style',
      'attribute-boolean-style',
      'attribute-empty-style',
      'void-style',
      'doctype-style',
    ];
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: Object.fromEntries(off.map((rule) => [rule, 'off' as const])), // a browser writes it in its own way
    });
    const inside = (html: string) => /<figure[^>]*class="media reading".*?<\/figure>/s.exec(html)?.[0] ?? '';
    const built = inside(await (await fetch(page.url())).text());
    const shown = inside(await page.content());
    expect(shown).toContain('Scroll along');
    for (const html of [built, shown]) {
      const { results } = await validator.validateString(html);
      expect(
        results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
      ).toEqual([]);
    }
    await page.close();
  });

  it.each(['light', 'dark'] as const)('is accessible while it is read, in %s', async (colorScheme) => {
    const page = await open('lamp', { colorScheme });
    await play(page);
    await page.locator('.reading-times summary').click();
    await readAt(page, 1.2, 'p-oil');
    await page.evaluate(() => document.querySelector('audio')?.pause());
    expect(await violations(page, '.prose')).toEqual([]);
    await page.close();
  });
});

it('has times that the next build reads again when they alone were changed', async () => {
  const file = join(dirname(library.essay('lamp')), 'reading.vtt');
  writeFileSync(file, times.replace('the-wick', 'the-wik'));
  const { code, output } = await library.run('build');
  writeFileSync(file, times);
  expect(code).toBe(1);
  expect(output).toMatch(/essays\/lamp\/reading\.vtt:12: A cue is named `the-wik`, .* `the-wick`\?/);
});
