import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { serve } from '../../../src/commands/serve.ts';
import { requestedRange } from '../../../src/document/requested-range.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-serve-'));
const site = join(folder, 'site');
mkdirSync(join(site, 'essays/one'), { recursive: true });
writeFileSync(join(folder, 'secret.txt'), 'a secret');
writeFileSync(join(site, '_headers'), 'for hosts');
writeFileSync(join(site, '404.html'), 'not found');
writeFileSync(join(site, 'index.html'), '<p>The first page</p>');
writeFileSync(join(site, 'essays/one/index.html'), '<p>An essay</p>');
writeFileSync(join(site, 'a.txt'), '0123456789');
writeFileSync(join(site, 'empty.txt'), '');
writeFileSync(join(site, 'a%b.txt'), 'percent');

const { server } = await serve(site, '/', 14_321);
const bound = server.address();
const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  head: string;
  body: string;
}

/** A request as it is sent, because a client would mend its path. */
function ask(
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((done, fail) => {
    const lines = Object.entries({ Host: 'localhost', Connection: 'close', ...headers });
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
        'latin1',
      ),
    );
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (part) => (text += part));
    socket.on('error', fail);
    socket.on('close', () => {
      const [head = '', ...rest] = text.split('\r\n\r\n');
      done({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, body: rest.join('\r\n\r\n') });
    });
  });
}

const range = (value: string) => ({ headers: { Range: value } });

describe('ranges', () => {
  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=-5', 206, '56789', 'bytes 5-9/10'],
    ['bytes=-50', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=7-99999999999999999999', 206, '789', 'bytes 7-9/10'],
    ['bytes=0-0', 200, '0123456789', null],
    ['bytes=9-9', 206, '9', 'bytes 9-9/10'],
    ['bytes=5-1', 200, '0123456789', null],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=-', 200, '0123456789', null],
    ['bytes=a-b', 200, '0123456789', null],
    ['bytes=0-1,3-4', 200, '0123456789', null],
    ['lines=1-2', 200, '0123456789', null],
    ['bytes=1-2-3', 200, '0123456789', null],
  ])('%s is answered with %d', async (value, status, body, contentRange) => {
    const answer = await ask('/a.txt', range(value));
    expect([answer.status, answer.body.trim()]).toEqual([status, body]);
    expect(/content-range: (.*)/i.exec(answer.head)?.[1] ?? null).toBe(contentRange);
  });

  it('of an empty file, of a page, and beside `If-Range`', async () => {
    expect((await ask('/empty.txt', range('bytes=0-5'))).status).toBe(200);
    expect(await ask('/essays/one/', range('bytes=5-1'))).toMatchObject({
      status: 200,
      body: '<p>An essay</p>',
    });
    const headers = { Range: 'bytes=1-2', 'If-Range': '"another"' };
    expect(await ask('/a.txt', { headers })).toMatchObject({ status: 200, body: '0123456789' });
    expect(await ask('/a.txt', { method: 'HEAD', ...range('bytes=5-1') })).toMatchObject({
      status: 200,
      body: '',
    });
  });

  it('any size and any field give a part of the file', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.oneof(fc.string(), fc.stringMatching(/^bytes=\d{0,3}-\d{0,3}$/)),
        (size, field) => {
          const part = requestedRange(field, size);
          if (typeof part === 'string') return;
          expect(0 <= part.first && part.first <= part.last && part.last < size).toBe(true);
        },
      ),
      { seed: 7 },
    );
  });
});

describe('paths', () => {
  it.each([
    ['/', 200],
    ['/essays/one', 308],
    ['/essays/one/', 200],
    ['/a%25b.txt', 200],
    ['/a%62.txt', 404],
    ['/%61.txt', 200],
    ['/_headers', 404],
    ['/%5fheaders', 404],
    ['/%5Fheaders', 404],
    ['/_HEADERS', 404],
    ['/./_headers', 404],
    ['/essays/../_headers', 404],
    ['/../secret.txt', 404],
    ['/..%2fsecret.txt', 404],
    ['/%2e%2e/secret.txt', 404],
    ['/..%5csecret.txt', 404],
    ['/essays/..%2f..%2fsecret.txt', 404],
    ['/%252e%252e%252fsecret.txt', 404],
    ['/%c0%ae%c0%ae/secret.txt', 404],
    ['/a%00.txt', 404],
    ['/a.txt%00', 404],
    ['/%', 404],
    ['/a.txt/', 404],
    ['/a.txt/b', 404],
    ['//a.example/%2e%2e', 404],
    [`/${'a'.repeat(5000)}`, 404],
    [`/${'a'.repeat(50_000)}`, 431],
    ['http://a.example/a.txt', 404],
    ['*', 404],
  ])('%s', async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toMatch(/secret|for hosts/);
  });

  it('answers a method that it does not have', async () => {
    expect(await ask('/', { method: 'POST' })).toMatchObject({
      status: 405,
      head: expect.stringContaining('Allow: GET, HEAD'),
    });
  });

  it('400 requests of any kind neither end it nor leave the folder', async () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2f',
      '/',
      '\\',
      '%5c',
      '%00',
      '%',
      '%c0%ae',
      'a.txt',
      'essays',
      'secret.txt',
      '_headers',
      '?',
      '#',
      ':',
      '%ff',
      ';',
      '~',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 8 }),
        fc.stringMatching(/^(?:bytes)?=?[\d,\s-]{0,12}$/),
        fc.constantFrom('GET', 'HEAD'),
        async (parts, value, method) => {
          const answer = await ask(`/${parts.join('')}`, { method, ...range(value.replaceAll(/\s/g, ' ')) });
          expect([200, 206, 304, 308, 400, 404, 416, 431]).toContain(answer.status);
          expect(answer.body).not.toMatch(/a secret|for hosts/);
        },
      ),
      { numRuns: 400, seed: 11 },
    );
    expect((await ask('/a.txt')).body).toBe('0123456789');
  });
});
