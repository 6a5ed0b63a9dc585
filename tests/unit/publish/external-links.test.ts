import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite } from '../../../src/publish/built-site.ts';
import { externalLinks, lookAt } from '../../../src/publish/external-links.ts';

let server: Server;
let base = '';
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.url === '/slow') return;
    if (request.url === '/moved') return void response.writeHead(301, { location: '/fine' }).end();
    if (request.url === '/round') return void response.writeHead(302, { location: '/round' }).end();
    const status =
      request.url === '/no-head' && request.method === 'HEAD' ? 405 : request.url === '/gone' ? 410 : 200;
    response.writeHead(status).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('asks each address once, with limits, and says what it found', async () => {
  const links = ['/fine', '/no-head', '/gone', '/moved', '/round', '/slow'].map((path) => ({
    address: base + path,
    file: 'a.mdx',
    line: 1,
  }));
  const answers = await lookAt(links, { patience: 2_000, pause: 1, hosts: 2 });
  expect(Object.fromEntries(answers.map((one) => [one.address.slice(base.length), one.found]))).toEqual({
    '/fine': '200 OK',
    '/no-head': '200 OK',
    '/gone': '410 Gone',
    '/moved': `200 OK, at ${base}/fine now`,
    '/round': 'cannot be reached',
    '/slow': 'no answer in 2 seconds',
  });
  expect(answers.filter((one) => one.fine)).toHaveLength(3);
  const first = asked.filter((one, index) => asked.indexOf(one) === index && !one.endsWith('/round'));
  expect(first.sort()).toEqual(
    ['GET /no-head', 'HEAD /fine', 'HEAD /gone', 'HEAD /moved', 'HEAD /no-head', 'HEAD /slow'].sort(),
  );
  expect(asked.filter((one) => one.endsWith('/round')).length).toBeLessThanOrEqual(21);
});

it('asks nothing of what readers wrote in comments', () => {
  const folder = mkdtempSync(join(tmpdir(), 'external-'));
  const links =
    '<a href="https://a.example/">a</a><a href="http://127.0.0.1/x" rel="ugc nofollow noopener">b</a>';
  writeFileSync(join(folder, 'index.html'), `<!DOCTYPE html><html><body>${links}</body></html>`);
  expect(externalLinks(openSite(folder)).map(({ address }) => address)).toEqual(['https://a.example/']);
  rmSync(folder, { recursive: true });
});
