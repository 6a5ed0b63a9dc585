import type { AstroIntegration } from 'astro';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import type { BuiltPage } from '../../publish/built-site.ts';
import { indexFiles } from './search-index.ts';

/**
 * The search while writing: `npm run dev` answers for the `pagefind` folder from memory. The index is made of
 * the pages that the server itself shows, by the same code as the build's, and made anew for the first
 * question after a file was saved.
 */
export function devSearch(): AstroIntegration {
  return {
    name: 'stet-dev-search',
    hooks: {
      'astro:server:setup': ({ server }) => {
        let files: Promise<Map<string, Uint8Array>> | undefined;
        for (const event of ['add', 'change', 'unlink']) server.watcher.on(event, () => (files = undefined));
        server.middlewares.use('/pagefind/', async (request, response) => {
          const path = (request.url ?? '').slice(1).split('?')[0] ?? '';
          const origin = `http://${request.headers.host}`;
          files ??= essayPages(origin).then(async (pages) => {
            const made = await indexFiles(pages);
            return new Map(made.map((file) => [file.path, file.content]));
          });
          response.setHeader('Cache-Control', 'no-store');
          try {
            const content = (await files).get(path);
            response.statusCode = content ? 200 : 404;
            response.end(content);
          } catch (error) {
            files = undefined; // an essay that cannot be shown now is tried again
            response.statusCode = 503;
            response.end(error instanceof Error ? error.message : '');
          }
        });
      },
    },
  };
}

/** The essays that the home page lists, as the server shows them now. */
async function essayPages(origin: string): Promise<BuiltPage[]> {
  const home = await pageAt(origin, '/');
  const addresses = selectAll('a[href^="/essays/"]', home.tree).map((link) =>
    String(link.properties['href']).replace(/#.*/, ''),
  );
  return Promise.all([...new Set(addresses)].sort().map((address) => pageAt(origin, address)));
}

async function pageAt(origin: string, address: string): Promise<BuiltPage> {
  const response = await fetch(origin + address, { headers: { Accept: 'text/html' } });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return { path: `${address.slice(1)}index.html`, address, tree: fromHtml(await response.text()) };
}
