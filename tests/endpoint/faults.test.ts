import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { formOf, formRequest, fromBrowser, fromScript, rowsOf, sampleComment } from './sample-comment.ts';
import { type RunningEndpoint, site, startEndpoint } from './start-endpoint.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-endpoint-'));
let running: RunningEndpoint[] = [];
const newDatabase = () => join(mkdtempSync(join(folder, 'store-')), 'submissions.sqlite');

async function started(variables: Record<string, string>): Promise<RunningEndpoint> {
  const endpoint = await startEndpoint(variables);
  running.push(endpoint);
  return endpoint;
}

afterEach(async () => {
  for (const endpoint of running) await endpoint.end('SIGKILL');
  running = [];
});

afterAll(() => rmSync(folder, { recursive: true }));

async function send(address: string, changes: Record<string, string>, headers = fromBrowser) {
  const response = await fetch(address, formRequest(sampleComment(changes), headers));
  return { status: response.status, text: await response.text() };
}

async function answers(address: string): Promise<void> {
  expect((await fetch(address)).status).toBe(405);
}

/** Waits until nothing is taken at a port any more. */
async function refuses(port: number): Promise<void> {
  const ask = () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      () => 'answers',
      () => 'refuses',
    );
  await expect.poll(ask).toBe('refuses');
}

describe('a locked database', () => {
  it('is waited for, then the reader gets the text back, and can send it again', async () => {
    const path = newDatabase();
    const { address } = await started({ STET_DATABASE: path });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const [held, page] = await Promise.all([
      send(address, { comment: 'Held up' }),
      send(address, { comment: 'Kept' }),
    ]);
    expect([held.status, page.status]).toEqual([503, 503]);
    const form = formOf(page.text);
    expect(form['comment']).toBe('Kept');
    const again = send(address, form); // while it is still locked
    await wait(500);
    other.exec('ROLLBACK');
    other.close();
    expect((await again).status).toBe(200);
    expect(rowsOf(path).map(({ comment }) => comment)).toEqual(['Kept']);
  });

  it('stops nobody else while it is waited for', async () => {
    const path = newDatabase();
    const { address } = await started({ STET_DATABASE: path });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const waiting = send(address, {});
    await answers(address); // by then it has what was sent before
    const first = await Promise.race([waiting, fetch(address)]);
    expect(first.status).toBe(405);
    other.exec('ROLLBACK');
    other.close();
    expect((await waiting).status).toBe(200);
  });
});

describe('a full disk', () => {
  /** Fills the store until it refuses. @returns the comments that were acknowledged, and the refusal */
  async function fill(address: string) {
    const acknowledged: string[] = [];
    for (let index = 0; index < 2_000; index += 1) {
      const comment = `${index} ${'x'.repeat(9_000)}`;
      const { status, text } = await send(address, { comment });
      if (status !== 200) return { acknowledged, status, text, comment };
      acknowledged.push(comment);
    }
    throw new Error('The store never filled up.');
  }

  it('is told with the text kept, by a limit of pages', async () => {
    const path = newDatabase();
    const { address } = await started({ STET_DATABASE: path, STET_DATABASE_PAGES: '20' });
    const { acknowledged, status, text, comment } = await fill(address);
    expect(status).toBe(507);
    expect(formOf(text)['comment']).toBe(comment);
    expect(acknowledged.length).toBeGreaterThan(2);
    expect(rowsOf(path).map((row) => row['comment'])).toEqual(acknowledged);
  });

  it('is told with the text kept, on a real one, and afterwards all is stored once', async ({ skip }) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', disk]);
    skip(mount.status !== 0, 'only an administrator may mount a small disk; the test above stands in');
    try {
      const ballast = join(disk, 'ballast');
      const path = join(disk, 'submissions.sqlite');
      writeFileSync(ballast, Buffer.alloc(200_000));
      const first = await started({ STET_DATABASE: path });
      const { acknowledged, status, text, comment } = await fill(first.address);
      expect(status).toBe(507);
      expect(formOf(text)['comment']).toBe(comment);
      expect(acknowledged.length).toBeGreaterThan(2);
      rmSync(ballast);
      await first.end('SIGKILL');
      const second = await started({ STET_DATABASE: path });
      expect((await send(second.address, formOf(text))).status).toBe(200);
      expect(rowsOf(path).map((row) => row['comment'])).toEqual([...acknowledged, comment]);
      await second.end('SIGTERM');
    } finally {
      for (const endpoint of running) await endpoint.end('SIGKILL');
      execFileSync('umount', [disk]);
    }
  });
});

describe('the server', () => {
  it('answers 429 with the text, and believes X-Forwarded-For only if told to', async () => {
    const from = (address: string) => ({ ...fromBrowser, 'X-Forwarded-For': address });
    const direct = await started({ STET_DATABASE: newDatabase(), STET_LIMIT: '2' });
    const proxied = await started({ STET_DATABASE: newDatabase(), STET_LIMIT: '2', STET_PROXIES: '1' });
    const statuses: number[][] = [[], []];
    let last = '';
    for (let index = 0; index < 4; index += 1) {
      const headers = from(`203.0.113.${index}, 198.51.100.${index % 2}`);
      last = (await send(direct.address, {}, headers)).text;
      statuses[0]?.push((await send(direct.address, {}, headers)).status);
      statuses[1]?.push((await send(proxied.address, {}, headers)).status);
    }
    expect(statuses[0]).toEqual([200, 429, 429, 429]);
    expect(statuses[1]).toEqual([200, 200, 200, 200]);
    expect((await send(proxied.address, {}, from('192.0.2.1, 198.51.100.1'))).status).toBe(429);
    expect(formOf(last)['comment']).toBe(sampleComment()['comment']);
  });

  it('shows the beginning of a form that stops arriving', async () => {
    const { port } = await started({ STET_DATABASE: newDatabase(), STET_BODY_SECONDS: '1' });
    const answer = await raw(
      port,
      `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: ${site}\r\nAccept: text/html\r\nContent-Length: 500\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nname=Ada&comment=This+much+arri`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(formOf(answer.slice(answer.indexOf('<!')))['comment']).toBe('This much arri');
  });

  it('answers a browser that sends far too much before it closes the connection', async () => {
    const { address } = await started({ STET_DATABASE: newDatabase() });
    const { status, text } = await send(address, { comment: 'z'.repeat(12_000_000) });
    expect(status).toBe(413);
    expect(formOf(text)['comment']).toMatch(/^z{1000000}/);
  });

  it('refuses headers that are too large or never end', async () => {
    const { port } = await started({ STET_DATABASE: newDatabase() });
    expect(await raw(port, `POST / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
    expect(await raw(port, 'POST / HTTP/1.1\r\nHost: a\r\nX: ')).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('finishes what it has begun when it is told to stop', async () => {
    const path = newDatabase();
    const endpoint = await started({ STET_DATABASE: path });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const waiting = send(endpoint.address, {}, fromScript);
    await answers(endpoint.address); // by then it has what was sent before
    const ended = endpoint.end('SIGTERM');
    await refuses(endpoint.port); // by then it has been told
    other.exec('ROLLBACK');
    other.close();
    expect((await waiting).status).toBe(200);
    expect(await ended).toBe(0);
    expect(rowsOf(path)).toHaveLength(1);
    expect(statSync(path).mode & 0o077).toBe(0); // it holds e-mail addresses
  });

  it('says what is wrong with its settings', async () => {
    await expect(startEndpoint({ STET_ORIGINS: 'stet.example/', STET_PORT: 'many' })).rejects.toThrow(
      /STET_ORIGINS names “stet.example\/”.*\n.*STET_PORT is “many”\. It must be a whole number/,
    );
    await expect(startEndpoint({ STET_ORIGINS: '' })).rejects.toThrow('STET_ORIGINS is not set');
  });

  it('copies the database while it runs', async () => {
    const path = newDatabase();
    const { address } = await started({ STET_DATABASE: path });
    await send(address, {});
    execFileSync(process.execPath, ['endpoint/copy.ts', path, `${path}.copy`]);
    expect(rowsOf(`${path}.copy`)).toEqual(rowsOf(path));
  });
});

/** Sends bytes over a connection of its own. @returns everything that came back until the server closed it */
function raw(port: number, text: string): Promise<string> {
  return new Promise((done, fail) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('error', fail);
    socket.on('close', () => done(answer));
  });
}
