import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

/**
 * How a host treats the slash at the end of a folder's address, if it does not redirect to it. `ignored`: the same page
 * with and without the slash (Render; Vercel without settings; Netlify without _Pretty URLs_). `dropped`: a redirect to
 * the address without the slash and without `index.html` (Vercel and Firebase, if configured so).
 */
export type Slash = 'ignored' | 'dropped';

const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** Serves a built site on loopback like such a host. */
export async function slashlessHost(
  folder: string,
  base: string,
  slash: Slash,
): Promise<{ address: string; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(`http://a.example${request.url}`);
    const path = decodeURIComponent(pathname);
    const dropped = path.replace(/(?:\/index)?\.html$|\/$/, '');
    if (slash === 'dropped' && dropped !== path && dropped.length >= base.length) {
      response.writeHead(308, { Location: dropped + search }).end();
      return;
    }
    const inside = `${path}/`.startsWith(base) ? path.slice(base.length) : 'nothing';
    const file = [inside, `${inside}/index.html`].map((one) => join(folder, one)).find(isFile);
    const sent = file ?? join(folder, '404.html');
    const type = kinds[extname(sent)] ?? 'application/octet-stream';
    response.writeHead(file ? 200 : 404, { 'Content-Type': type }).end(readFileSync(sent));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}${base}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
