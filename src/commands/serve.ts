import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { decodedComponent } from '../document/decoded.ts';
import { headersFor } from '../publish/headers.ts';

/** What is in the folder for hosts and not for readers. */
const forHosts = /^(?:_headers|\.htaccess|\.nojekyll)$/;

/**
 * Serves a built site on this machine only, as a good static host would: folders with their slash, our 404
 * page for what is not there, our headers with everything.
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
  const server = createServer((request, response) => {
    const [asked = '/', query] = (request.url ?? '/').split('?');
    const path = asked.replace(/^\/+/, '/'); // two slashes would begin the name of another host
    const inside = `${path}/`.startsWith(base) ? path.slice(base.length) : null;
    const target = inside === null ? null : join(folder, decodedComponent(inside));
    if (
      target?.startsWith(join(folder)) &&
      !path.endsWith('/') &&
      existsSync(target) &&
      statSync(target).isDirectory()
    ) {
      const Location = `${path}/${query ? `?${query}` : ''}`;
      response.writeHead(308, { ...headersFor(inside ?? ''), Location }).end();
      return;
    }
    const missing = () => {
      const headers = { ...headersFor('404.html'), 'Content-Type': 'text/html; charset=utf-8' };
      response.writeHead(404, headers).end(readFileSync(join(folder, '404.html')));
    };
    if (inside === null || (target && !existsSync(target)) || forHosts.test(inside)) return missing();
    response.setHeaders(new Map(Object.entries(headersFor(inside))));
    request.url = `/${inside}${query ? `?${query}` : ''}`;
    files(request, response, missing);
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
