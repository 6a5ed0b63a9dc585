import { createServer } from 'node:http';
import { slashlessHost } from '../browser/slashless-host.ts';

/**
 * Serves a site as a browser without scripts has it, to engines that cannot switch them off: pages have no script
 * elements, and what is said to readers without scripts is a part of them.
 */
export async function withoutScripts(folder: string): Promise<{ address: string; close(): void }> {
  const host = await slashlessHost(folder, '/', 'ignored');
  const server = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url ?? '/', host.address));
    const type = answer.headers.get('content-type') ?? '';
    const bytes = Buffer.from(await answer.arrayBuffer());
    const body = type.startsWith('text/html') ? bare(bytes.toString()) : bytes;
    response.writeHead(answer.status, { 'Content-Type': type }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  return {
    address: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/`,
    close() {
      server.closeAllConnections();
      server.close();
      host.close();
    },
  };
}

function bare(page: string): string {
  return page.replaceAll(/<script[^>]*>[\s\S]*?<\/script>/g, '').replaceAll(/<\/?noscript>/g, '');
}
