import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** A slow connection, simulated by the server, because a browser's throttling does not apply to workers. */
export interface Connection {
  /** Bits per second of all requests together. */
  rate: number;
  /** Milliseconds before the first byte of each response. */
  roundTrip: number;
}

/** Slow 4G as Lighthouse defines it. */
export const slow4g: Connection = { rate: 1_600_000, roundTrip: 150 };

export interface SlowServer {
  address: string;
  server: Server;
  /** Bytes of response bodies sent so far. Text is compressed with brotli. */
  sent(): number;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves a folder over a slow connection, or at full speed if it is null. */
export async function slowServer(folder: string, connection: Connection | null): Promise<SlowServer> {
  let sent = 0;
  let idleAt = 0; // the time at which the connection has sent everything so far
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
    const chunkSize = connection ? 4096 : body.length;
    for (let from = 0; from < body.length; from += chunkSize) {
      const chunk = body.subarray(from, from + chunkSize);
      if (connection) {
        idleAt = Math.max(idleAt, performance.now()) + (chunk.length * 8000) / connection.rate;
        await pause(idleAt - performance.now());
      }
      sent += chunk.length;
      response.write(chunk);
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  const port = typeof listening === 'object' && listening ? listening.port : 0;
  return { address: `http://127.0.0.1:${port}/`, server, sent: () => sent };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
