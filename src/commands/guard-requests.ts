import { AsyncLocalStorage } from 'node:async_hooks';
import type { AstroIntegration } from 'astro';
import { AuthorError, problem } from '../document/problem.ts';
import { guardEndless } from './endless-guard.ts';

/** True in whatever runs for a request. */
const requests = new AsyncLocalStorage<boolean>();

/**
 * Keeps the writing server running, or lets it end with a sentence, whatever code of a text does while its page is
 * made: `process.exit` is an error of that page, and a loop without end is named.
 */
export function guardRequests(): AstroIntegration {
  return {
    name: 'stet-guard-requests',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const endless = guardEndless('The server has ended. Mend the text and start it again.');
        const exit = process.exit;
        process.exit = (code) => {
          if (requests.getStore())
            throw new AuthorError([problem('text/ends-process', {}, { file: endless.file() })]);
          return exit(code);
        };
        server.middlewares.use((_request, response, next) => {
          response.once('close', endless.clear);
          requests.run(true, next);
        });
      },
    },
  };
}
