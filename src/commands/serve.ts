import { readFileSync, type Stats, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { requestedRange } from '../document/requested-range.ts';
import { headersFor } from '../publish/headers.ts';

/** What is in the folder for hosts and not for readers. */
const forHosts = /^(?:_headers|\.htaccess|\.nojekyll)$/i;

/**
 * Serves a built site on this machine only, as a good static host would: folders with their slash, our 404
 * page for what is not there, our headers with everything. No request ends it.
 * @param folder the built site
 * @param base path under which the site appears, with slashes at both ends
 * @param port the first port to try; the next free one is taken
 */
export async function serve(
  folder: string,
  base = '/',
  port = 4321,
): Promise<{ address: string; server: Server }> {
  const files = sirv(folder, { dev: true, etag: true, dotfiles: true });
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...headersFor(''), Allow: 'GET, HEAD' }).end();
      return;
    }
    const [asked = '/', query] = (request.url ?? '/').split('?');
    const path = asked.replace(/^\/+/, '/'); // two slashes would begin the name of another host
    const inside = `${path}/`.startsWith(base) ? path.slice(base.length) : null;
    const name = inside === null ? null : nameInFolder(inside);
    const stats = name === null ? undefined : statOf(join(folder, name));
    if (stats?.isDirectory() && !path.endsWith('/')) {
      const Location = `${path}/${query ? `?${query}` : ''}`;
      response.writeHead(308, { ...headersFor(inside ?? ''), Location }).end();
      return;
    }
    const missing = () => {
      const headers = { ...headersFor('404.html'), 'Content-Type': 'text/html; charset=utf-8' };
      response.writeHead(404, headers).end(readFileSync(join(folder, '404.html')));
    };
    if (inside === null || name === null || !stats || forHosts.test(name)) return missing();
    const { range } = request.headers;
    delete request.headers.range;
    const size = stats.isDirectory() ? 0 : stats.size;
    if (range !== undefined && size > 0 && !request.headers['if-range']) {
      const part = requestedRange(range, size);
      if (part === 'unsatisfiable') {
        response
          .writeHead(416, { ...headersFor(inside), 'Content-Range': `bytes */${size}`, 'Content-Length': 0 })
          .end();
        return;
      }
      // the first byte alone is sent as the whole, which a server may: sirv takes a 0 for no end
      if (part !== 'whole' && part.last > 0) request.headers.range = `bytes=${part.first}-${part.last}`;
    }
    response.setHeaders(new Map(Object.entries(headersFor(inside))));
    request.url = `/${inside}${query ? `?${query}` : ''}`;
    files(request, response, missing);
  };
  const server = createServer((request, response) => {
    try {
      answer(request, response);
    } catch {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  });
  for (let attempt = port; ; attempt += 1) {
    const free = await listen(server, attempt);
    if (free) return { address: `http://127.0.0.1:${attempt}${base}`, server };
    if (attempt - port > 50) throw new Error(`No port between ${port} and ${attempt} is free.`);
  }
}

function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((done, fail) => {
    const failed = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(false) : fail(error);
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      done(true);
    });
  });
}

/** The name of a file from the folder of the site, without escapes; null where it could lead out of it, or is none. */
function nameInFolder(address: string): string | null {
  try {
    const name = decodeURIComponent(address);
    const isOutside = name.includes('\0') || /(?:^|[/\\])\.{1,2}(?:$|[/\\])|\\|^\//.test(name);
    return isOutside ? null : name;
  } catch {
    return null; // an escape that is no letter
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined; // such as a name that is too long, or one below a file
  }
}
