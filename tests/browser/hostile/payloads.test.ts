import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { unzipSync } from 'fflate';
import { toHtml } from 'hast-util-to-html';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { withoutProgress } from '../../site/without-progress.ts';
import { type SiteInBrowser, siteInBrowser } from '../site-in-browser.ts';
import { htmlPayloads } from './html-payloads.ts';
import { attempts, writeLibrary } from './payload-library.ts';
import { type WatchedPage, watchedPage } from './watched-page.ts';

const top = resolve('.stet/payloads');
const content = join(top, 'content');
const folder = join(top, 'site');
/** What the mistakes of each refused essay are, by its slug. */
const refused = new Map<string, { line: number; message: string }[]>();
let site: SiteInBrowser;
let watched: WatchedPage;

beforeAll(async () => {
  writeLibrary(content, attempts);
  vi.stubEnv('STET_CONTENT', content); // read when the rooms are loaded
  vi.resetModules();
  const { openCache } = await import('../../../src/cache/cache.ts');
  const { readSources } = await import('../../../src/compile/read-sources.ts');
  const { compileLibrary } = await import('../../../src/library/compile-library.ts');
  const { siteCompiler } = await import('../../../src/library/site-compiler.ts');
  const sources = readSources('en');
  const compiler = siteCompiler(openCache(join(top, 'cache')));
  const library = await compileLibrary(sources, { compiler, language: 'en', withDrafts: false });
  for (const { file, line, message } of [...sources.problems, ...library.problems])
    refuse(file, line, message);
  for (let round = 0; round < 4; round += 1) {
    writeLibrary(content, accepted());
    const { code, output } = await built();
    expect(output).not.toMatch(/\n\s+at /);
    if (code === 0) break; // else some are refused only when the pages are made
    const said = [...output.matchAll(/^(\S+?)(?::(\d+))?(?::\d+)?: (.+)$/gm)];
    for (const [, file = '', line, message = ''] of said) refuse(file, Number(line ?? 0), message);
    expect(said.length, output).toBeGreaterThan(0);
  }
  site = await siteInBrowser('/', folder);
  watched = await watchedPage(site.browser, site.address);
}, 600_000);
afterAll(() => site.close());

function refuse(file: string, line: number, message: string): void {
  const slug = /essays\/([^/]+)\//.exec(file)?.[1] ?? file;
  refused.set(slug, [...(refused.get(slug) ?? []), { line, message }]);
}

const accepted = () => attempts.filter(({ slug }) => !refused.has(slug));

function built(): Promise<{ code: unknown; output: string }> {
  const env = { ...process.env, CI: '', STET_CONTENT: content, STET_OUT: folder };
  return new Promise((done) => {
    execFile(process.execPath, ['src/commands/build.ts'], { env }, (error, out, errors) =>
      done({ code: error?.code ?? 0, output: withoutProgress(`${out}${errors}`) }),
    );
  });
}

const files = (ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ending));
/** False for a page or a text in which nothing of any attempt is left. */
const isTried = (text: string) => /alert|evil|onclick|onerror/.test(text);
const textOf = (path: string) => readFileSync(join(folder, path), 'utf8');

it('the watch sees payloads run, ask other sites and break a policy where nothing holds them back', async () => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
  const seen: string[] = [];
  for (const html of htmlPayloads.filter(
    (one) => !/<(?:meta|base|form|iframe|frame|object|embed)/.test(one),
  )) {
    const open = await watchedPage(site.browser, site.address);
    await open.page.setContent(html, { waitUntil: 'load' });
    await open.fireAll();
    seen.push(...open.seen());
    await open.page.context().close();
  }
  expect(seen.filter((one) => one.startsWith('ran ')).length).toBeGreaterThan(40);
  expect(seen.filter((one) => one.startsWith('asks https://evil.example/')).length).toBeGreaterThan(10);
  const open = await watchedPage(site.browser, site.address);
  const refusing = `${policy}<body><img src="data:,"><script>alert(1)</script>`;
  await open.page.route('**/refusing', (route) =>
    route.fulfill({ body: refusing, contentType: 'text/html' }),
  );
  await open.page.goto(`${site.address}refusing`);
  await open.fireAll();
  expect(open.seen().filter((one) => /^(?:img|script)-src/.test(one)).length).toBeGreaterThan(1);
  await open.page.context().close();
});

describe(`${attempts.length} attempts to run code, each alone in an essay`, () => {
  it('are refused with file and line and a sentence, or published', () => {
    expect(attempts.length).toBeGreaterThan(400);
    const withoutLine = attempts.flatMap(({ slug }) => {
      const said = refused.get(slug);
      if (!said || said.some(({ line, message }) => line > 0 && message !== '')) return [];
      return said.some(({ message }) => message.startsWith('The bibliography')) ? [] : [[slug, said]];
    });
    expect(withoutLine).toEqual([]);
    expect([refused.size > 200, accepted().length > 100]).toEqual([true, true]);
  });

  it('run nothing, ask no other site, break no policy and lead nowhere on any built page', async () => {
    const found: string[] = [];
    const pages = files('.html').filter((path) => path !== '404.html' && isTried(textOf(path)));
    for (const path of pages) {
      const address = site.address + path.replace(/index\.html$/, '');
      await watched.page.goto(encodeURI(address), { waitUntil: 'load' });
      const after = await watched.fireAll();
      if (!after.startsWith(encodeURI(address))) found.push(`${path} leads to ${after}`);
      found.push(...watched.seen().map((one) => `${path}: ${one}`));
    }
    expect(found).toEqual([]);
    expect(pages.length).toBeGreaterThan(100);
  });

  it('run nothing in the preview of a link to each essay, section, note and work, under the pointer', async () => {
    const { page, fireAll, seen } = await watchedPage(site.browser, site.address);
    // a preview waits for the pointer to rest, which is not what is tried here
    await page.addInitScript(() => {
      const { setTimeout } = window;
      window.setTimeout = Object.assign((run: () => void) => setTimeout(run), setTimeout);
    });
    const home = `${site.address}essays/${accepted().find(({ slug }) => slug.startsWith('fields-'))?.slug}/`;
    await page.setViewportSize({ width: 700, height: 700 }); // too narrow for notes beside the text
    await page.goto(home, { waitUntil: 'load' });
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { id: 'tried', textContent: 'A link' });
      document.querySelector('.prose')?.prepend(link);
    });
    const link = page.locator('#tried');
    const found: string[] = [];
    let shown = 0;
    for (const path of files('previews.xml').filter((one) => isTried(textOf(one))))
      for (const [, id = ''] of textOf(path).matchAll(/ data-of="([^"]*)"/g)) {
        const address = `/${path.replace('previews.xml', '')}${id === '' ? '' : `#${id}`}`;
        if (home.endsWith(address)) continue; // the reader sees it already
        await page.mouse.move(0, 0);
        await page.locator('link-preview').waitFor({ state: 'hidden' });
        await link.evaluate((one, href) => one.setAttribute('href', href), address);
        await link.hover();
        await page.locator('link-preview').waitFor({ state: 'visible' });
        await fireAll('link-preview');
        shown += 1;
        found.push(...seen().map((one) => `${address}: ${one}`));
      }
    expect(found).toEqual([]);
    expect(shown).toBeGreaterThan(100);
    expect(page.url()).toBe(home);
    await page.context().close();
  }, 600_000);

  it('run nothing in the results of the search', async () => {
    for (const words of ['alert', 'script', 'onclick', 'title', 'img src']) {
      await watched.page.goto(`${site.address}search/?q=${encodeURIComponent(words)}`);
      await watched.page.locator('main li a').first().waitFor();
      await watched.fireAll();
    }
    expect(watched.seen()).toEqual([]);
  });
});

describe('the other forms of these texts, opened without a policy', () => {
  /** Shows HTML in a page of its own. */
  async function shown(name: string, html: string): Promise<string[]> {
    if (!isTried(html)) return [];
    await watched.page.goto('about:blank');
    await watched.page.setContent(html, { waitUntil: 'load' });
    await watched.fireAll();
    return watched
      .seen()
      .filter((one) => !/^asks https:\/\/fixture\.example\//.test(one))
      .map((one) => `${name}: ${one}`);
  }

  it('Atom and JSON feeds', async () => {
    const found: string[] = [];
    for (const path of files('feed.xml')) {
      const { title = '', entries = [] } = parseAtomFeed(textOf(path));
      for (const entry of entries) found.push(...(await shown(path, entry.content?.value ?? '')));
      expect(title).not.toBe('');
    }
    for (const path of files('feed.json'))
      for (const { content_html = '' } of parseJsonFeed(JSON.parse(textOf(path))).items ?? [])
        found.push(...(await shown(path, content_html)));
    expect(found).toEqual([]);
    expect(files('feed.xml').length + files('feed.json').length).toBeGreaterThan(1);
  });

  it('books', async () => {
    const found: string[] = [];
    let chapters = 0;
    for (const path of files('.epub'))
      for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(folder, path)))))
        if (/\.x?html$/.test(name)) {
          chapters += 1;
          found.push(...(await shown(`${path} ${name}`, Buffer.from(bytes).toString('utf8'))));
        }
    expect(found).toEqual([]);
    expect(chapters).toBeGreaterThan(100);
  });

  it('Markdown, made HTML by a program that passes HTML on', async () => {
    const program = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkRehype, { allowDangerousHtml: true })
      .use(rehypeRaw)
      .freeze();
    const found: string[] = [];
    for (const path of files('.md')) {
      const tree = await program.run(program.parse(textOf(path).replace(/^---\n.*?\n---\n/s, '')));
      found.push(...(await shown(path, toHtml(tree))));
    }
    expect(found).toEqual([]);
    expect(files('.md').length).toBeGreaterThan(100);
  });

  it('data in the pages that previews take from', async () => {
    const found: string[] = [];
    for (const path of files('previews.xml'))
      found.push(...(await shown(path, `<!doctype html>${textOf(path)}`)));
    expect(found).toEqual([]);
  });
});
