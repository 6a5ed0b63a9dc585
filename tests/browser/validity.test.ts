import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
let specimen: SiteInBrowser;
const live = resolve('.stet/live-pages');

beforeAll(async () => {
  site = await siteInBrowser();
  specimen = await siteInBrowser('/', inject('specimen'));
  rmSync(live, { recursive: true, force: true });
  mkdirSync(live, { recursive: true });
  const pages: [SiteInBrowser, string][] = [
    [site, ''],
    [site, 'about/'],
    [site, 'search/'],
    [site, '404.html'],
    [site, 'essays/why-lighthouses-go-dark/'],
    [specimen, 'essays/specimen/'],
    [specimen, 'essays/right-to-left/'],
  ];
  for (const [on, path] of pages) {
    for (const width of [375, 1280]) {
      const page = await on.open(path, { viewport: { width, height: 800 } });
      if (path.startsWith('essays/')) await page.locator('.prose > p').first().hover();
      await page.waitForTimeout(200);
      const html = await page.evaluate(() => `<!DOCTYPE html>\n${document.documentElement.outerHTML}\n`);
      writeFileSync(join(live, `${path.replaceAll('/', '_') || 'home'}-${width}.html`), html);
      await page.context().close();
    }
  }
});
afterAll(async () => {
  await site.close();
  await specimen.close();
});

const pagesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => join(folder, path))
    .sort();

const all = () => [...pagesIn(inject('site')), ...pagesIn(inject('specimen')), ...pagesIn(live)];

describe('two validators agree that the pages as built, and as they are after scripts ran, have no error', () => {
  it('html-validate, its recommended rules', async () => {
    // a browser serializes its tree with its own quoting, and scripts set styles that no file has
    const serialised = {
      'no-inline-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
    } as const;
    const built = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-trailing-whitespace': 'off' },
    });
    const after = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-trailing-whitespace': 'off', ...serialised },
    });
    const found: string[] = [];
    for (const file of all()) {
      const report = await (file.startsWith(live) ? after : built).validateFile(file);
      for (const result of report.results)
        found.push(
          ...result.messages.map((one) => `${file}:${one.line}:${one.column} ${one.ruleId}: ${one.message}`),
        );
    }
    expect(found).toEqual([]);
  });

  const java = spawnSync('java', ['-version']).status === 0;
  it.runIf(java || process.env['CI'])(
    'the Nu Html Checker (needs Java; in CI a missing Java fails, elsewhere it is not run)',
    () => {
      const jar = join(
        createRequire(import.meta.url).resolve('vnu-jar/package.json'),
        '..',
        'build/dist/vnu.jar',
      );
      const out = execFileSync(
        'java',
        [
          '-Xmx512m',
          '-jar',
          jar,
          '--errors-only',
          '--exit-zero-always',
          '--format',
          'gnu',
          '--stdout',
          ...all(),
        ],
        { encoding: 'utf8' },
      );
      expect(out.trim().split('\n').filter(Boolean)).toEqual([]);
    },
  );
});
