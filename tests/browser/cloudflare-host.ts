import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Serves a site on loopback and rewrites its pages as Cloudflare’s _Email Address Obfuscation_ does: links to mail and
 * addresses in the text become links to `/cdn-cgi/l/email-protection` with the address in hexadecimal, but for what
 * stands between `<!--email_off-->` and `<!--/email_off-->`. An address outside of these is put into each page, to
 * show that it is rewritten.
 */
export async function cloudflareHost(folder: string): Promise<{ address: string; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(`http://a.example${request.url}`);
    const file = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const type = kinds[extname(file)] ?? 'application/octet-stream';
    try {
      const bytes = readFileSync(file);
      response.setHeader('Content-Type', type);
      response.end(type.startsWith('text/html') ? rewritten(bytes.toString('utf8')) : bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  return {
    address: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function rewritten(html: string): string {
  const withAnother = html.replace(
    '</main>',
    '<p class="elsewhere"><a href="mailto:other@fixture.example">other@fixture.example</a></p></main>',
  );
  return withAnother
    .split(/(<!--email_off-->[\s\S]*?<!--\/email_off-->)/)
    .map((part, index) => (index % 2 === 1 ? part : protectedFrom(part)))
    .join('');
}

function protectedFrom(html: string): string {
  return html
    .replaceAll(
      /<a ([^>]*)href="mailto:([^"?]*)[^"]*"/g,
      (_, before, to) => `<a ${before}href="/cdn-cgi/l/email-protection#${encoded(to)}"`,
    )
    .replaceAll(
      />([^<]*?)([\w.+-]+@[\w-]+\.[\w.-]+\w)/g,
      (_, before, to) =>
        `>${before}<span class="__cf_email__" data-cfemail="${encoded(to)}">[email&#160;protected]</span>`,
    );
}

/** A byte as the key, then each byte of the address combined with it. */
function encoded(address: string): string {
  const key = 0x5a;
  return Buffer.from([key, ...Buffer.from(address).map((byte) => byte ^ key)]).toString('hex');
}
