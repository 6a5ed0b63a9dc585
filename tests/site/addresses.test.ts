import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { isAbout } from '../../src/outputs/address-table.ts';
import { emittedAddresses } from '../../src/outputs/outputs.ts';
import { addressOf, filesOf, openSite } from '../../src/publish/built-site.ts';

/** Rows that are about nearly any file: of `public/`, beside a text, or at an old address. */
const wide = new Set(['/<file>', '/<page>/<file>', '/<alias>', '/essays/<slug>/<file>']);

const named = emittedAddresses.filter(({ address }) => !wide.has(address));

describe.each(['site', 'specimen'] as const)('the files of the %s', (name) => {
  const folder = inject(name);
  const addresses = filesOf(openSite(folder))
    .filter((path) => !/\.(?:br|gz)$/.test(path))
    .map(addressOf);

  it('are all in the table of addresses', () => {
    expect(addresses.length).toBeGreaterThan(50);
    const inPublic = (address: string) => existsSync(join('public', address)) && address !== '/';
    const missing = addresses.filter(
      (address) => !inPublic(address) && !named.some((row) => isAbout(row, address)),
    );
    expect(missing).toEqual([]);
  });

  it('of text are compressed ahead, from 14 kilobytes', () => {
    const all = new Set(filesOf(openSite(folder)));
    const texts = [...all].filter(
      (path) =>
        /\.(?:html|md|txt|xml|json|jsonld|bib|ris|css)$/.test(path) &&
        statSync(join(folder, path)).size >= 14 * 1024,
    );
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((path) => !all.has(`${path}.br`) || !all.has(`${path}.gz`))).toEqual([]);
  });

  it('have what robots.txt, the sitemap and llms.txt name', () => {
    const all = new Set(addresses);
    const textOf = (path: string) => readFileSync(join(folder, path), 'utf8');
    const named = {
      robots: [...textOf('robots.txt').matchAll(/^Sitemap: (.*)$/gm)],
      sitemap: [...textOf('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)],
      llms: [...textOf('llms.txt').matchAll(/\]\((https:\/\/fixture\.example\/[^)]*)\)/g)],
    };
    for (const [file, found] of Object.entries(named)) {
      const paths = found.map(([, address = '']) => new URL(address).pathname);
      expect(paths.length, file).toBeGreaterThan(0);
      expect(
        paths.filter((path) => !all.has(path)),
        file,
      ).toEqual([]);
    }
    const whole = textOf('llms-full.txt');
    const essays = named.llms.map(([, address = '']) => textOf(new URL(address).pathname.slice(1)));
    expect(whole).toBe(essays.join('\n\n'));
  });

  it('lie at every address of a form that each site has', () => {
    const always =
      /^\/(?:$|essays\/<slug>\/(?:$|cite|index)|feed|search|sitemap|robots|llms|opensearch|essays\.epub|books|404|SHA)/;
    const rows = named.filter(({ address }) => always.test(address));
    expect(rows.length).toBeGreaterThan(18);
    for (const row of rows)
      expect(
        addresses.some((address) => isAbout(row, address)),
        row.address,
      ).toBe(true);
  });
});
