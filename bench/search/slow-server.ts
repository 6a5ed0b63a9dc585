import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** A slow connection, as far as a server can make one: workers feel it as well as pages. */
export interface Connection {
  /** Bits a second, over all requests together. */
  rate: number;
  /** Milliseconds before the first byte of each answer. */
  roundTrip: number;
}

/** Slow 4G as page speed tools define it. */
export const slow4g: Connection = { rate: 1_600_000, roundTrip: 150 };

export interface SlowServer {
  address: string;
  server: Server;
  /** Bytes of bodies sent so far, as they travel: brotli for text, other files as they are. */
  sent(): number;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves a folder over a slow connection, or at full speed where it is null. */
export async function slowServer(folder: string, connection: Connection | null): Promise<SlowServer> {
  let sent = 0;
  let free = 0; // the moment at which the line has sent all that was given to it
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const type = types[extname(file)];
    let body: Buffer;
    try {
      if (!statSync(file).isFile()) throw new Error(file);
      body = readFileSync(file);
    } catch {
      response.writeHead(404).end();
      return;
    }
    const isText = type !== undefined && !type.startsWith('font');
    if (isText) body = brotliCompressSync(body);
    const head = { 'Cache-Control': 'max-age=600', ...(type ? { 'Content-Type': type } : {}) };
    response.writeHead(200, isText ? { ...head, 'Content-Encoding': 'br' } : head);
    if (connection) await pause(connection.roundTrip);
    const step = connection ? 4096 : body.length;
    for (let from = 0; from < body.length; from += step) {
      const part = body.subarray(from, from + step);
      if (connection) {
        free = Math.max(free, performance.now()) + (part.length * 8000) / connection.rate;
        await pause(free - performance.now());
      }
      sent += part.length;
      response.write(part);
    }
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return { address: `http://127.0.0.1:${port}/`, server, sent: () => sent };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
