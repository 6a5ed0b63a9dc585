import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { methodPage, pagePolicy, receivedPage, refusedPage } from './page.ts';
import type { RateLimit } from './rate-limit.ts';
import { type Body, largestBody, readBody } from './read-body.ts';
import { type ReadFields, readFields } from './read-fields.ts';
import { type Store, StoreError, type StoreReason } from './store.ts';
import { type Fields, readSubmission, submissionId } from './submission.ts';
import { type FieldName, words } from './words.ts';

export interface Services {
  store: Store;
  rateLimit: RateLimit;
  /** The sites whose forms are accepted, as `https://example.org`. */
  origins: readonly string[];
  now: () => Date;
  /** How long a form may take to arrive, in milliseconds. */
  bodyTime: number;
  /** Is told what went wrong in the store; never what a reader wrote. */
  log: (line: string) => void;
}

type Outcome = { id: string } | { status: Refusal; message: string; field?: FieldName; wait?: number };
type Refusal = 400 | 403 | 408 | 413 | 415 | 422 | 429 | 503 | 507;

const storeStatus: Record<StoreReason, Refusal> = { busy: 503, full: 507, unavailable: 503 };

/**
 * The endpoint as a function from a request to a response, for any server: `endpoint.fetch(request, { address })`,
 * where `address` is the reader's network address; an empty one is not limited. Any path is accepted.
 */
export function createEndpoint(services: Services): Hono<{ Bindings: { address: string } }> {
  const app = new Hono<{ Bindings: { address: string } }>();
  const origin = (from: string) => (services.origins.includes(from) ? from : null);
  app.use(
    cors({
      origin,
      allowMethods: ['POST'],
      allowHeaders: ['Content-Type', 'Accept'],
      exposeHeaders: ['Retry-After'],
      maxAge: 86_400,
    }),
  );
  app.post('*', (context) => receive(context.req.raw, context.env.address, services));
  app.all('*', () => html(405, methodPage(), { Allow: 'POST, OPTIONS' }));
  return app;
}

async function receive(request: Request, address: string, services: Services): Promise<Response> {
  const body = await readBody(request.body, services.bodyTime);
  const read = await readFields(body, request.headers.get('Content-Type') ?? '');
  const outcome = await outcomeOf(request, address, body, read, services);
  const forScript = wantsJson(request);
  const back = backOf(request, read.fields, services.origins);
  if ('id' in outcome)
    return forScript ? json(200, { ok: true, id: outcome.id }) : html(200, receivedPage(back));
  const { status, message, field = null, wait } = outcome;
  const headers: Record<string, string> = wait === undefined ? {} : { 'Retry-After': String(wait) };
  if (forScript) return json(status, { ok: false, error: message, field }, headers);
  return html(status, refusedPage({ message, field, fields: read.fields, cut: body.cut, back }), headers);
}

async function outcomeOf(
  request: Request,
  address: string,
  body: Body,
  { fields, problem }: ReadFields,
  services: Services,
): Promise<Outcome> {
  if (!fromAllowedOrigin(request, services.origins)) return { status: 403, message: words.origin };
  const wait = address === '' ? 0 : await services.rateLimit.take(address);
  if (wait > 0) return { status: 429, message: words.tooMany(wait), wait };
  if (body.state === 'too-large')
    return { status: 413, message: words.tooLarge(largestBody), field: 'comment' };
  if (body.state === 'too-slow') return { status: 408, message: words.tooSlow };
  if (body.state === 'broken') return { status: 400, message: words.malformed };
  if (problem === 'unsupported') return { status: 415, message: words.unsupported };
  if (problem === 'malformed') return { status: 400, message: words.malformed };
  const submission = readSubmission(fields);
  if ('field' in submission) return { status: 422, ...submission };
  const id = await submissionId(submission, fields.get('token') ?? '');
  try {
    await services.store.save({ id, received: services.now().toISOString(), ...submission });
    return { id };
  } catch (error) {
    const reason = error instanceof StoreError ? error.reason : 'unavailable';
    services.log(
      `A comment was not stored (${reason}): ${error instanceof Error ? (error.cause ?? error) : error}`,
    );
    return { status: storeStatus[reason], message: words[reason], wait: 5 };
  }
}

/** A browser names the origin of every form it sends. The endpoint's own pages may send theirs again. */
function fromAllowedOrigin(request: Request, origins: readonly string[]): boolean {
  const named = request.headers.get('Origin') ?? request.headers.get('Referer') ?? '';
  if (!URL.canParse(named)) return false;
  const { origin, host } = new URL(named);
  return origins.includes(origin) || host === new URL(request.url).host;
}

/** Where the reader came from: the field `back`, else the referring page, if the address is of an accepted site. */
function backOf(request: Request, fields: Fields, origins: readonly string[]): string | null {
  const addresses = [fields.get('back'), request.headers.get('Referer')];
  const found = addresses.find((one) => one && URL.canParse(one) && origins.includes(new URL(one).origin));
  return found ? new URL(found).href : null;
}

function wantsJson(request: Request): boolean {
  const accepted = request.headers.get('Accept') ?? '';
  if (accepted.includes('text/html')) return false;
  const sent = request.headers.get('Content-Type') ?? '';
  return accepted.includes('application/json') || sent.startsWith('application/json');
}

const common = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', Vary: 'Accept, Origin' };

function json(status: number, value: object, headers: Record<string, string> = {}): Response {
  return Response.json(value, { status, headers: { ...common, ...headers } });
}

async function html(status: number, text: string, headers: Record<string, string> = {}): Promise<Response> {
  const type = { 'Content-Type': 'text/html; charset=utf-8' };
  // a referrer, if only within this address: without one a browser names no origin when the form is sent again
  const policy = { 'Content-Security-Policy': await pagePolicy(), 'Referrer-Policy': 'same-origin' };
  return new Response(text, { status, headers: { ...common, ...type, ...policy, ...headers } });
}
