import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { essay } from '../tests/browser/site-in-browser.ts';
import { rawGet } from '../tests/servers/raw-get.ts';
import { servers } from '../tests/servers/real-server.ts';

/**
 * How fast nginx with the generated configuration sends the essay page of `dist/` at 64 connections, and what a
 * first read moves: `npx node bench/hosting.ts`. The client runs on the same machine and takes its share of it.
 */
const connections = 64;
const seconds = 10;

const start = servers.find(({ name }) => name === 'nginx')?.start;
if (!start) throw new Error('nginx is not installed: apt-get install nginx-light');
const top = mkdtempSync(join(tmpdir(), 'stet-bench-'));
chmodSync(top, 0o755);
cpSync('dist', join(top, 'site'), { recursive: true, dereference: true });
const nginx = await start(join(top, 'site'), '/');
try {
  const page = new URL(essay, nginx.address);
  for (const encoding of ['br', 'gzip', 'identity']) {
    const took = (await Promise.all(Array.from({ length: connections }, () => ask(page, encoding)))).flat();
    took.sort((a, b) => a - b);
    const at = (share: number) => (took[Math.floor(share * (took.length - 1))] ?? Number.NaN).toFixed(2);
    console.log(
      `${encoding.padEnd(8)} ${Math.round(took.length / seconds)} requests a second; half within ${at(0.5)} ms, 99 % within ${at(0.99)} ms, the slowest ${at(1)} ms`,
    );
  }
  const { bytes, files } = await firstRead(page.href);
  console.log(`\na first read of the essay: ${files} requests, ${bytes} bytes with their headers`);
} finally {
  await nginx.stop();
  rmSync(top, { recursive: true });
}

/** Asks again and again over one connection. @returns how long each answer took, in milliseconds */
function ask({ hostname, port, pathname }: URL, encoding: string): Promise<number[]> {
  const request = `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nAccept-Encoding: ${encoding}\r\n\r\n`;
  return new Promise((done, fail) => {
    const took: number[] = [];
    const end = performance.now() + seconds * 1000;
    let start = 0;
    let missing = 0;
    const socket = connect(Number(port), hostname);
    const send = () => {
      start = performance.now();
      missing = -1;
      socket.write(request);
    };
    socket.once('connect', send);
    socket.once('error', fail);
    socket.on('data', (data) => {
      if (missing < 0) {
        const head = data.indexOf('\r\n\r\n') + 4;
        const length = /content-length: (\d+)/i.exec(data.toString('latin1', 0, head))?.[1];
        if (head < 4 || length === undefined)
          return fail(new Error('An answer without its length in the first part.'));
        missing = Number(length) - (data.length - head);
      } else missing -= data.length;
      if (missing > 0) return;
      const now = performance.now();
      took.push(now - start);
      if (now < end) send();
      else {
        socket.end();
        done(took);
      }
    });
  });
}

/** What a browser asks for on a first visit: the page, and what its head and its styles name for text in English. */
async function firstRead(page: string): Promise<{ bytes: number; files: number }> {
  const first = await rawGet(page);
  const named = [
    ...first.body.toString().matchAll(/(?:src|href)="?([^"\s>]*\/_astro\/[^"\s>]+|[^"\s>]*icon\.svg)/g),
  ];
  const fonts = readdirSync('dist/_astro').filter((name) => /core-.*\.woff2$/.test(name));
  const addresses = new Set([
    page,
    ...named.map((match) => new URL(match[1] ?? '', page).href),
    ...fonts.map((name) => new URL(`/_astro/${name}`, page).href),
  ]);
  let bytes = 0;
  for (const address of addresses) {
    const { headers, body } = await rawGet(address, { 'Accept-Encoding': 'br' });
    bytes +=
      body.length +
      Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 17);
  }
  return { bytes, files: addresses.size };
}
