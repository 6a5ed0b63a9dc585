import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { essay } from '../browser/site-in-browser.ts';
import { eachEngine } from './each-engine.ts';
import { type ServedFolder, serveFolder } from './serve-folder.ts';
import { withoutScripts } from './without-scripts.ts';

let site: ServedFolder;
beforeAll(async () => {
  site = await serveFolder(inject('site'));
});
afterAll(() => site?.close());

eachEngine('a reader', ({ name, engine, openFresh, until, at }) => {
  const open = (path: string, width?: number, height?: number) =>
    openFresh(site.address, path, width, height);
  const dots = () =>
    at(
      'a.cite',
      '[getComputedStyle(one).textDecorationLine, getComputedStyle(one).textDecorationStyle].join(" ")',
    );
  const background = () => engine.run('return getComputedStyle(document.body).backgroundColor');

  it('reads: the text is there in its face, as wide as it should be, and nothing runs out of the page', async () => {
    for (const [width, height] of [
      [1280, 800],
      [390, 780],
    ] as const) {
      await open(essay, width, height);
      expect(await at('h1', 'one.textContent')).toBe('Why Do Lighthouses Go Dark?');
      await until('localStorage.getItem("stet-fonts")');
      await engine.open(site.address + essay); // with fonts that are known from the page before
      await until(
        '[...document.fonts].some(({ family, status }) => family.includes("Vollkorn") && status === "loaded")',
      );
      expect(
        await engine.run('return document.documentElement.scrollWidth - innerWidth'),
      ).toBeLessThanOrEqual(0);
      const line = 'one.getBoundingClientRect().width / parseFloat(getComputedStyle(one).fontSize)';
      expect(await at('.prose > p', line)).toBeLessThan(40); // in ems: 70 characters or so
      expect(await dots()).toBe('underline dotted');
      await keep(`read-${width}`);
    }
  });

  it('opens the contents on a phone, goes to a heading and is told where it is', async () => {
    await open(essay, 390, 780);
    await engine.click('.contents .bar, .bar');
    await until('document.querySelector(".contents a").checkVisibility()');
    await keep('contents');
    const href = await at('.contents li:nth-child(3) a', 'one.hash');
    await engine.click('.contents li:nth-child(3) a');
    await until(`decodeURIComponent(location.hash) === decodeURIComponent(${JSON.stringify(href)})`);
    await until(
      '(({ top }) => top >= 0 && top < innerHeight / 2)(document.getElementById(decodeURIComponent(location.hash.slice(1))).getBoundingClientRect())',
    );
    await until(
      `[...document.querySelectorAll('.contents [aria-current]')].map(({ hash }) => hash).join() === ${JSON.stringify(href)}`,
    );
  });

  it('opens a note beside the text, without a move of the page, and comes back', async () => {
    await open(essay);
    await engine.run('document.querySelector("[data-footnote-ref]").scrollIntoView({ block: "center" })');
    const before = await engine.run('return scrollY');
    await engine.click('[data-footnote-ref]');
    await until('document.activeElement.closest("[data-footnotes]")');
    expect(await engine.run('return scrollY')).toBe(before);
    await keep('note');
    await engine.press('Tab', 'Enter');
    await until('document.activeElement.matches("[data-footnote-ref]")');
    expect(await engine.run('return scrollY')).toBe(before);
  });

  it('opens a note on a phone in the text, and closes it', async () => {
    await open(essay, 390, 780);
    await engine.run('document.querySelector("[data-footnote-ref]").scrollIntoView({ block: "center" })');
    expect(await engine.run('return document.querySelectorAll(".note").length')).toBe(0);
    await engine.click('[data-footnote-ref]');
    await until('document.querySelector(".note")?.checkVisibility()');
    await keep('note-phone');
    await engine.run('document.querySelector(".note .back").focus()');
    await engine.press('Escape');
    await until('!document.querySelector(".note")');
    await until('document.activeElement.matches("[data-footnote-ref]")');
  });

  it('chooses a dark page, which stays dark', async () => {
    await open(essay);
    const light = await background();
    await engine.click('reader-settings button');
    await until('document.querySelector("input[type=radio][value=dark]")');
    const isBeside =
      'one.querySelector("span").getBoundingClientRect().bottom > one.querySelector("label").getBoundingClientRect().top';
    expect(await at('reader-settings [role=radiogroup]', isBeside)).toBe(true);
    await engine.run('document.querySelector("input[type=radio][value=dark]").focus()');
    await engine.press(' ');
    await expect.poll(background).not.toBe(light);
    await keep('dark');
    const dark = await background();
    await engine.open(`${site.address}about/`);
    expect(await background()).toBe(dark);
  });

  it('follows the link of a heading and of a paragraph, and an address with words', async () => {
    await open(essay);
    const id = await at('.heading:nth-of-type(2) [id], .heading [id]', 'one.id');
    await engine.run('document.querySelector(".heading a.heading-link").focus()');
    await engine.press('Enter');
    await until(`decodeURIComponent(location.hash.slice(1)) === ${JSON.stringify(id)}`);
    const paragraph = await engine.run(
      'return [...document.querySelectorAll(".prose > p")].find((one) => one.textContent.includes("handsome share")).id',
    );
    for (const words of ['', ':~:text=handsome%20share']) {
      await engine.open(`${site.address}about/`);
      await engine.open(`${site.address}${essay}#${paragraph}${words}`);
      await until(
        `(({ top, bottom }) => top < innerHeight && bottom > 0)(document.getElementById(${JSON.stringify(paragraph)}).getBoundingClientRect())`,
      );
    }
    await keep('landed');
  });

  it('searches, lands in the section and sees the words', async () => {
    await open(essay);
    await engine.press('/');
    await until('document.querySelector("site-search dialog[open] input") === document.activeElement');
    await engine.press(...'skerryvore');
    await until(
      'document.querySelector("site-search dialog li a")?.textContent === "Lights gather into a few hands"',
    );
    await keep('search');
    await engine.press('Enter');
    await until('location.search === "?q=skerryvore" && location.hash');
    await until(
      '(({ top }) => top >= -1 && top < innerHeight)(document.getElementById(decodeURIComponent(location.hash.slice(1))).getBoundingClientRect())',
    );
    await keep('search-landed');
  });

  it('is offered to go on where it was', async () => {
    await open(essay);
    await engine.run('document.querySelectorAll(".prose > p")[9].scrollIntoView()');
    await until(`localStorage.getItem("stet-place:/${essay}")`);
    await engine.open(`${site.address}about/`);
    await engine.open(site.address + essay);
    await until('document.querySelector("reading-position")?.textContent.includes("You were reading")');
    expect(await engine.run('return scrollY')).toBe(0);
    await keep('resume');
    await engine.click('reading-position a');
    await until('scrollY > 500');
    await engine.back();
    await until('scrollY === 0');
  });

  it('has all of it without scripts', async () => {
    const bare = await withoutScripts(inject('site'));
    try {
      await engine.resize(390, 780);
      await engine.open(bare.address + essay);
      expect(await engine.run('return document.scripts.length')).toBe(0);
      expect(await at('.prose', 'one.innerText')).toContain('keep only the postcard.');
      expect(
        await engine.run('return document.documentElement.scrollWidth - innerWidth'),
      ).toBeLessThanOrEqual(0);
      await engine.click('.bar');
      await engine.click('.contents li:nth-child(2) a');
      await until('scrollY > 300');
      await keep('without-scripts-contents');
      await engine.click('.bar'); // the contents stay open until they are closed
      await engine.run('document.querySelector("[data-footnote-ref]").scrollIntoView({ block: "center" })');
      await engine.click('[data-footnote-ref]');
      await until('location.hash.startsWith("#fn") || document.querySelector(":target")');
      await keep('without-scripts');
    } finally {
      bare.close();
    }
  });

  it('prints it', async () => {
    await open(essay);
    const pdf = await engine.print();
    if (pdf === null) return console.log(`${name} cannot print by its driver.`);
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(20_000);
  });

  /** Keeps a picture of what is in view, for whoever wants to look at it, where a folder is named. */
  async function keep(state: string): Promise<void> {
    const folder = process.env['STET_PICTURES'];
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}-${state}.png`), await engine.picture());
  }
});
