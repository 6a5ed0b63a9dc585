import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Serves a folder over HTTP/1.1 from memory. Text is compressed with brotli before the first request, so that a server
 * takes no time that would be counted as the page's.
 */
export async function memoryServer(folder: string): Promise<{ address: string; server: Server }> {
  const files = new Map<string, { body: Buffer; head: Record<string, string> }>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const body = readFileSync(path);
    const head = { 'Content-Type': type, 'Cache-Control': 'max-age=600' };
    const address = path.slice(join(folder, '/').length - 1).replace(/\/index\.html$/, '/');
    files.set(
      address,
      type.startsWith('font')
        ? { body, head }
        : { body: brotliCompressSync(body), head: { ...head, 'Content-Encoding': 'br' } },
    );
  }
  const server = createServer((request, response) => {
    const file = files.get(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    if (file) response.writeHead(200, { ...file.head, 'Content-Length': file.body.length }).end(file.body);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  const port = typeof listening === 'object' && listening ? listening.port : 0;
  return { address: `http://127.0.0.1:${port}/`, server };
}
