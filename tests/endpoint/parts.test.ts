import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { forwardingStore } from '../../endpoint/forward-store.ts';
import { mailStore } from '../../endpoint/mail-store.ts';
import { networkOf, RateLimit } from '../../endpoint/rate-limit.ts';
import type { StoredSubmission } from '../../endpoint/store.ts';
import { formOf, formRequest, sampleComment } from './sample-comment.ts';
import { site } from './start-endpoint.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-endpoint-'));
afterAll(() => rmSync(folder, { recursive: true }));

const submission: StoredSubmission = {
  id: 'a1'.repeat(32),
  received: '2026-05-04T03:02:01.000Z',
  essay: 'on-margins',
  block: '',
  quote: '',
  parent: '',
  name: 'Ada\u0020Ünal',
  email: 'ada@example.org',
  website: '',
  comment: 'A line\n.\nBcc: everyone@example.org\n“Ünïcode”',
  elapsed: 12.5,
};

describe('the limit of submissions', () => {
  it('counts each network apart and begins anew with each window', async () => {
    let now = 1_000;
    const limit = new RateLimit(2, 60_000, () => now);
    const take = () => limit.take('192.0.2.1');
    expect([await take(), await take(), await take()]).toEqual([0, 0, 60]);
    expect(await limit.take('192.0.2.2')).toBe(0);
    now += 59_500;
    expect(await take()).toBe(1);
    now += 500;
    expect(await take()).toBe(0);
  });

  it('takes a network of IPv6 as one, however it is written', () => {
    expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
    const written = [
      '2001:db8:0:1::5',
      '2001:0DB8::1:0:0:0:6',
      '2001:db8:0:1:ffff:1:2:3',
      '2001:db8:0:1::%eth0',
    ];
    expect(new Set(written.map(networkOf))).toEqual(new Set(['2001:db8:0:1']));
    expect(networkOf('2001:db8:0:2::5')).toBe('2001:db8:0:2');
    expect(networkOf('::1')).toBe('0:0:0:0');
  });
});

describe('a comment by mail', () => {
  const out = join(folder, 'mail.txt');
  const program = (script: string) => {
    const path = join(mkdtempSync(join(folder, 'program-')), 'sendmail');
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };

  it('is one message that only its author gets, with the submission as a file', async () => {
    await mailStore(program(`printf '%s\\n' "$@" > ${out}.args; cat > ${out}`), 'author@example.org').save(
      submission,
    );
    expect(readFileSync(`${out}.args`, 'utf8')).toBe('-t\n-i\n');
    const message = readFileSync(out, 'utf8');
    const head = message.slice(0, message.indexOf('\n\n'));
    expect(head.split('\n').map((line) => line.split(':')[0])).toEqual([
      'To',
      'Reply-To',
      'Subject',
      'Date',
      'Message-ID',
      'Auto-Submitted',
      'MIME-Version',
      'Content-Type',
    ]);
    expect(head).toContain('Date: Mon, 04 May 2026 03:02:01 +0000');
    const parts = [...message.matchAll(/base64\n\n([\w+/=\n]+?)\n--/g)].map((match) =>
      Buffer.from(match[1] ?? '', 'base64').toString(),
    );
    expect(parts[0]).toContain(submission.comment);
    expect(JSON.parse(parts[1] ?? '')).toEqual(submission);
    expect(message.split('\n').every((line) => /^[\x20-\x7e]{0,998}$/.test(line))).toBe(true);
  });

  it.each([
    ['exit 75', 'busy'],
    ['exit 1 # wrong', 'unavailable'],
    ['kill -9 $$', 'unavailable'],
  ])('is refused where the program ends with %s', async (script, reason) => {
    const store = mailStore(program(script), 'author@example.org');
    await expect(store.save(submission)).rejects.toMatchObject({ name: 'StoreError', reason });
  });

  it('is refused where there is no such program', async () => {
    const none = join(folder, 'none');
    expect(existsSync(none)).toBe(false);
    const store = mailStore(none, 'author@example.org');
    await expect(store.save(submission)).rejects.toMatchObject({ reason: 'unavailable' });
  });
});

describe('a comment that is forwarded', () => {
  let next: Server;
  let address = '';
  let status = 204;
  const got: { headers: Record<string, unknown>; body: string }[] = [];

  beforeAll(async () => {
    next = createServer(async (request, response) => {
      got.push({ headers: request.headers, body: await textOf(request) });
      response.writeHead(status, status === 302 ? { Location: '/elsewhere' } : {}).end();
    });
    await new Promise<void>((done) => next.listen(0, '127.0.0.1', done));
    const bound = next.address();
    address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/`;
  });
  afterAll(() => next.close());

  it('is kept only where the next service says so', async () => {
    const store = forwardingStore(address, 'Bearer secret');
    await store.save(submission);
    expect(JSON.parse(got.at(-1)?.body ?? '')).toEqual(submission);
    expect(got.at(-1)?.headers).toMatchObject({
      authorization: 'Bearer secret',
      'content-type': 'application/json',
      'idempotency-key': submission.id,
    });
    for (const [code, reason] of [
      [503, 'busy'],
      [507, 'full'],
      [500, 'unavailable'],
      [302, 'unavailable'],
    ] as const) {
      status = code;
      await expect(store.save(submission), String(code)).rejects.toMatchObject({ reason });
    }
    await expect(forwardingStore('http://127.0.0.1:1/', '').save(submission)).rejects.toMatchObject({
      reason: 'unavailable',
    });
  });

  it('goes through the serverless form, which gives the text back as well', async () => {
    process.env['STET_ORIGINS'] = site;
    process.env['STET_FORWARD_TO'] = address;
    process.env['STET_ADDRESS_HEADER'] = 'X-Client-Address';
    process.env['STET_LIMIT'] = '2';
    const { default: serverless } = await import('../../endpoint/serverless.ts');
    const headers = { Accept: 'text/html', Origin: site, 'X-Client-Address': '192.0.2.1' };
    const send = () =>
      serverless.fetch(
        new Request('https://example.org/api/comments', formRequest(sampleComment(), headers)),
      );
    status = 200;
    const count = got.length;
    expect((await send()).status).toBe(200);
    expect(got).toHaveLength(count + 1);
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    status = 500;
    const failed = await send();
    expect(failed.status).toBe(503);
    expect(formOf(await failed.text())['comment']).toBe(sampleComment()['comment']);
    expect(log.mock.calls.join()).toContain('The answer was 500');
    log.mockRestore();
    expect((await send()).status).toBe(429);
  });
});

describe('the folder', () => {
  const importsOf = (file: string) =>
    [
      ...readFileSync(join('endpoint', file), 'utf8').matchAll(
        /^(?:import|export) (?!type ).*? from '([^']+)';$/gms,
      ),
    ].map((match) => match[1] ?? '');

  it('stands alone: it takes the versions of the whole, and imports nothing from outside', () => {
    const manifest = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
    const { dependencies } = manifest('endpoint/package.json');
    expect(manifest('package.json').devDependencies).toMatchObject(dependencies);
    const locked = manifest('endpoint/package-lock.json').packages;
    for (const [name, version] of Object.entries(dependencies))
      expect(locked[`node_modules/${name}`].version, name).toBe(version);
    const packages = new Set(
      readdirSync('endpoint')
        .filter((file) => file.endsWith('.ts'))
        .flatMap(importsOf)
        .filter((name) => !/^(?:\.\/[\w-]+\.ts$|node:)/.test(name)),
    );
    expect([...packages].sort()).toEqual([...Object.keys(dependencies), 'hono/cors'].sort());
  });

  it('has a serverless form that needs nothing of Node', () => {
    const graph = new Set(['serverless.ts']);
    for (const file of graph)
      for (const name of importsOf(file)) if (name.startsWith('./')) graph.add(name.slice(2));
    expect(graph.size).toBeGreaterThan(8);
    expect(
      [...graph]
        .flatMap(importsOf)
        .filter((name) => name.startsWith('node:') || name.includes('node-server')),
    ).toEqual([]);
  });
});
