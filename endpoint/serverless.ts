import { forwardingStore } from './forward-store.ts';
import { createEndpoint } from './handler.ts';
import { RateLimit } from './rate-limit.ts';
import { readSettings } from './settings.ts';

let endpoint: ReturnType<typeof createEndpoint> | null = null;
let addressHeader = '';

/**
 * The endpoint for hosts that run a function for each request. There is no disk, so each comment is posted to
 * `STET_FORWARD_TO`. The rate limit holds within one instance; set the host's own for more.
 */
export async function receiveComment(request: Request): Promise<Response> {
  endpoint ??= createFromEnvironment();
  return endpoint.fetch(request, {
    address: addressHeader ? (request.headers.get(addressHeader) ?? '') : '',
  });
}

export default { fetch: receiveComment };

function createFromEnvironment() {
  const settings = readSettings(process.env);
  if (!settings.forwardTo)
    throw new Error('STET_FORWARD_TO is not set. Name the address that keeps the comments.');
  addressHeader = settings.addressHeader;
  return createEndpoint({
    store: forwardingStore(settings.forwardTo, settings.forwardAuthorization),
    rateLimit: new RateLimit(settings.limit, settings.minutes * 60_000),
    origins: settings.origins,
    now: () => new Date(),
    bodyTime: settings.bodySeconds * 1000,
    log: (line) => console.error(line),
  });
}
