import { createAdaptorServer } from '@hono/node-server';
import { forwardingStore } from './forward-store.ts';
import { createEndpoint } from './handler.ts';
import { mailStore } from './mail-store.ts';
import { RateLimit } from './rate-limit.ts';
import { readSettings, type Settings } from './settings.ts';
import { openSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';

/** How long requests under way may take when the server is told to stop, in milliseconds. */
const stopTime = 10_000;

process.umask(0o077); // the database holds e-mail addresses
try {
  start(readSettings(process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function start(settings: Settings) {
  const store = storeOf(settings);
  const endpoint = createEndpoint({
    store,
    rateLimit: new RateLimit(settings.limit, settings.minutes * 60_000),
    origins: settings.origins,
    now: () => new Date(),
    bodyTime: settings.bodySeconds * 1000,
    log: (line) => console.error(line),
  });
  const server = createAdaptorServer({
    fetch: (request, { incoming }) => {
      const forwarded = request.headers.get('X-Forwarded-For') ?? '';
      const address = addressOf(forwarded, incoming.socket.remoteAddress ?? '', settings.proxies);
      return endpoint.fetch(request, { address });
    },
    overrideGlobalObjects: false,
    serverOptions: {
      maxHeaderSize: 16 * 1024,
      headersTimeout: 10_000,
      requestTimeout: settings.bodySeconds * 1000 + 10_000, // the handler answers before, with the text
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 1_000,
    },
  });
  server.on('error', (error) => {
    console.error(`The server could not start: ${error.message}`);
    process.exit(1);
  });
  server.listen(settings.port, settings.host, () => {
    const bound = server.address();
    const port = typeof bound === 'object' && bound ? bound.port : settings.port;
    console.log(`Comments are received at http://${settings.host}:${port}/`);
  });
  const stop = () => {
    server.close(() => {
      store.close();
      process.exit(0);
    });
    setTimeout(() => process.exit(1), stopTime).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function storeOf({ mailTo, sendmail, forwardTo, forwardAuthorization, database, pages }: Settings): Store {
  if (mailTo) return mailStore(sendmail, mailTo);
  if (forwardTo) return forwardingStore(forwardTo, forwardAuthorization);
  return openSqliteStore(database, pages);
}

/** @param proxies so many last entries of `forwarded` were added by proxies of one's own; what is before them may be invented */
function addressOf(forwarded: string, remote: string, proxies: number): string {
  if (proxies === 0) return remote;
  return forwarded.split(',').at(-proxies)?.trim() || remote;
}
