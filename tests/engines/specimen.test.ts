import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { eachEngine } from './each-engine.ts';
import { type ServedFolder, serveFolder } from './serve-folder.ts';

let site: ServedFolder;
beforeAll(async () => {
  site = await serveFolder(inject('specimen'));
});
afterAll(() => site?.close());

eachEngine('a text of every construct', ({ engine, openFresh }) => {
  it('begins the lines of a paragraph whose first word is code where those of the others begin', async () => {
    await openFresh(site.address, 'essays/specimen/');
    const lefts = await engine.run(`return [...document.querySelectorAll('.prose > p')]
      .map((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return Math.round(range.getBoundingClientRect().left - one.getBoundingClientRect().left);
      })`);
    expect(new Set(Array.isArray(lefts) ? lefts : [])).toEqual(new Set([0]));
  });

  it('breaks no name in code with a hyphen', async () => {
    expect(
      await engine.run(`return [...document.querySelectorAll('.prose code')]
        .map((one) => getComputedStyle(one).hyphens || getComputedStyle(one).webkitHyphens)
        .filter((hyphens) => hyphens !== 'none')`),
    ).toEqual([]);
  });
});
