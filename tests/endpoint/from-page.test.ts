import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseComment } from '../../src/comments/comment-file.ts';
import { essay, type SiteInBrowser, siteInBrowser } from '../browser/site-in-browser.ts';
import { buildTime, siteWithComments } from '../site/site-with-comments.ts';
import { rowsOf } from './sample-comment.ts';
import { type RunningEndpoint, startEndpoint } from './start-endpoint.ts';

const slug = 'why-lighthouses-go-dark';
const folder = mkdtempSync(join(tmpdir(), 'stet-from-page-'));
const database = join(folder, 'submissions.sqlite');
const content = resolve('.stet/from-page/content');
let site: SiteInBrowser;
let endpoint: RunningEndpoint;

beforeAll(async () => {
  const port = await freePort();
  const action = `http://127.0.0.1:${port}/comments`;
  const built = await siteWithComments('from-page', { send: { by: 'form', action } });
  site = await siteInBrowser('/', built);
  const { origin } = new URL(site.address);
  endpoint = await startEndpoint({
    STET_DATABASE: database,
    STET_ORIGINS: origin,
    STET_PORT: String(port),
  });
}, buildTime);
afterAll(async () => {
  await site.close();
  await endpoint.end('SIGKILL');
  rmSync(folder, { recursive: true });
});

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() => done(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });
}

/** Runs the `comments` command on the site's content, with its pending comments in a folder of the test. */
function comments(...args: string[]) {
  const program = resolve('src/commands/comments.ts');
  const env = { ...process.env, STET_CONTENT: content, NODE_NO_WARNINGS: '1' };
  const told = execFileSync(process.execPath, [program, ...args, '--json'], { cwd: folder, env });
  return JSON.parse(told.toString('utf8'));
}

it('a comment goes from the page through the endpoint and the import to a file beside its essay', async () => {
  const page = await site.open(essay);
  const block = await page.evaluate(() => document.querySelector('.prose > p[id]')?.id ?? '');
  await page.goto(`${site.address}${essay}?passage=${block}&quote=some+words#leave-a-comment`);
  const form = page.locator('#leave-a-comment');
  await form.locator('.passage').waitFor();
  await form.getByLabel('Name').fill('Ada Reader');
  await form.getByLabel('E-mail').fill('ada@example.org');
  await form.getByLabel('Website').fill('ada.example.org');
  const text = 'Größe & *Maß*:\n\n> “quoted”\n\n<b>not bold</b>';
  await form.getByLabel('Comment').fill(text);
  await page.waitForTimeout(3_500); // a comment that is sent within 3 seconds waits as one that a machine may have written
  await form.getByRole('button', { name: 'Send the comment' }).click();
  await page.getByText('Your comment was sent.').waitFor();
  await page.context().close();
  expect(rowsOf(database)).toMatchObject([{ essay: slug, block, quote: 'some words', comment: text }]);

  expect(comments('import', database)).toMatchObject({
    files: [{ records: 1, added: [expect.any(String)] }],
  });
  const { pending } = comments('list');
  expect(pending).toMatchObject([{ essay: slug, suspicions: [], submission: { name: 'Ada Reader', block } }]);
  comments('approve', pending[0].submission.id);
  const inside = join(content, 'essays', slug, 'comments');
  const [file = ''] = readdirSync(inside);
  const source = readFileSync(join(inside, file), 'utf8');
  expect(source).not.toContain('ada@example.org');
  expect(parseComment(file, source)).toMatchObject({
    name: 'Ada Reader',
    website: 'https://ada.example.org',
    block,
    quote: 'some words',
    origin: { kind: 'form' },
    text,
  });
  const out = resolve('.stet/from-page/after');
  const env = { ...process.env, STET_CONTENT: content, STET_OUT: out };
  execFileSync(process.execPath, ['src/commands/build.ts'], { env });
  const html = readFileSync(join(out, essay, 'index.html'), 'utf8');
  expect(html).toContain(`id="${pending[0].submission.id}"`);
  expect(html).toContain('Ada Reader');
  expect(html).not.toContain('ada@example.org');
});

it('a browser without script sends one too, and finds the way back', async () => {
  const page = await site.open(essay, { javaScriptEnabled: false });
  await page.locator('comment-form summary').click();
  const form = page.locator('#leave-a-comment');
  await form.getByLabel('Name').fill('Bea');
  await form.getByLabel('E-mail').fill('bea@example.org');
  await form.getByLabel('Comment').fill('Without script.');
  await form.getByRole('button', { name: 'Send the comment' }).click();
  await page.getByRole('heading', { name: 'Your comment has arrived' }).waitFor();
  expect(rowsOf(database).map(({ name }) => name)).toContain('Bea');
  await page.context().close();
});

it('a hidden field that a browser filled in is emptied when the endpoint says so', async () => {
  const page = await site.open(essay);
  await page.locator('comment-form summary').click();
  const form = page.locator('#leave-a-comment');
  await form.getByRole('button', { name: 'Preview' }).waitFor();
  await form.getByLabel('Name').fill('Cid');
  await form.getByLabel('E-mail').fill('cid@example.org');
  await form.getByLabel('Comment').fill('x');
  await page.evaluate(() => {
    const trap = document.querySelector<HTMLInputElement>('input[name=homepage]');
    if (trap) trap.value = 'filled in by a machine';
  });
  await form.getByRole('button', { name: 'Send the comment' }).click();
  await form.getByRole('alert').filter({ hasText: 'A hidden field was filled in' }).waitFor();
  expect(await form.getByLabel('Comment').inputValue()).toBe('x');
  await form.getByRole('button', { name: 'Send the comment' }).click();
  await page.getByText('Your comment was sent.').waitFor();
  await page.context().close();
});
