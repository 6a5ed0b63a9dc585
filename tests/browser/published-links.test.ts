import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

/**
 * Every id of an earlier version of the fixture's essay. Since then a heading was reworded, a paragraph taken out and
 * another led to the one after it. The build itself asks the same of every ledger of an owner, without a browser.
 */
const folder = 'tests/fixtures/site/earlier';
const versions = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort();

let site: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
});
afterAll(() => site.close());

describe('links to every earlier version have a target, without JavaScript', () => {
  it('at least one version is stored', () => {
    expect(versions.length).toBeGreaterThan(0);
  });

  it.each(versions)('%s', async (version) => {
    const ids: Record<string, string[]> = JSON.parse(readFileSync(`${folder}/${version}`, 'utf8'));
    for (const [address, fragments] of Object.entries(ids)) {
      const page = await site.open(address.slice(1), {
        javaScriptEnabled: false,
        viewport: { width: 800, height: 600 },
      });
      for (const id of fragments) {
        await page.goto(`${site.address}${address.slice(1)}#${encodeURIComponent(id)}`);
        const target = page.locator(':target');
        expect(await target.count(), `${address}#${id}`).toBe(1);
        expect(await target.getAttribute('id')).toBe(id);
        const top = await target.evaluate((element) => element.getBoundingClientRect().top);
        expect(top, `${address}#${id}`).toBeGreaterThanOrEqual(-1);
        expect(top, `${address}#${id}`).toBeLessThan(600);
      }
      await page.context().close();
    }
  });
});
