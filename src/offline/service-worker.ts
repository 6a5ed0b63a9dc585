/*
 * Keeps what a reader chose to read without a connection. A version of this file belongs to one build of the site and
 * answers from one cache, which has only files of that build, each checked by its sum. A newer one takes over when its
 * own cache is complete and no page of the older one is open, so that no page gets parts of two builds.
 */

/** SHA-256 of `offline.json` of the build; the build writes it before this line. */
declare const version: string;
declare const registration: ServiceWorkerRegistration;
declare const clients: { get(id: string): Promise<{ url: string; type: string } | undefined> };
declare class ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
declare class ExtendableMessageEvent extends ExtendableEvent {
  readonly data: { choice: Choice };
  readonly ports: readonly MessagePort[];
}
declare class FetchEvent extends ExtendableEvent {
  readonly request: Request;
  readonly clientId: string;
  respondWith(answer: Promise<Response>): void;
}

/** What can be kept, by paths from the site's root. */
interface Offer {
  /** SHA-256 of each file. */
  files: Record<string, string>;
  /** What every page needs. */
  shared: string[];
  /** What each page needs besides, by its address from the site's root without the slash before it. */
  pages: Record<string, string[]>;
}

/** Pages by their addresses, or everything. */
type Choice = string[] | 'all';

const root = registration.scope;
const prefix = `stet ${root} `;
const choiceCache = `${prefix}choice`;
const choiceAddress = `${root}choice.json`;

addEventListener('install', (event) => {
  if (event instanceof ExtendableEvent) event.waitUntil(readChoice().then(keep));
});

addEventListener('activate', (event) => {
  if (event instanceof ExtendableEvent) event.waitUntil(deleteOthers());
});

addEventListener('fetch', (event) => {
  if (!(event instanceof FetchEvent) || event.request.method !== 'GET') return;
  if (event.request.url.startsWith(root)) event.respondWith(answer(event));
});

addEventListener('message', (event) => {
  if (!(event instanceof ExtendableMessageEvent)) return;
  const [port] = event.ports;
  const { choice } = event.data;
  lastChoice = lastChoice
    .then(() => add(choice))
    .then(
      () => port?.postMessage('kept'),
      (error) => port?.postMessage(isFull(error) ? 'full' : 'failed'),
    );
  event.waitUntil(lastChoice);
});

/** Ends when all choices so far are kept, so that of those of two tabs none is lost. */
let lastChoice: Promise<unknown> = Promise.resolve();

/** Adds to what is kept. @throws where a page is none of this version, too */
async function add(choice: Choice): Promise<void> {
  const before = await readChoice();
  const all = before === 'all' || choice === 'all' ? 'all' : [...new Set([...before, ...choice])];
  const isNew = (page: string) => before !== 'all' && !before.includes(page);
  await keep(all, choice === 'all' ? [] : choice.filter(isNew));
  await writeChoice(all);
}

function isFull(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(error.name + error.message);
}

/** Files for a page that is kept come from where the page comes from; everything else comes from the network. */
async function answer({ request, clientId }: FetchEvent): Promise<Response> {
  if (request.mode !== 'navigate') {
    const client = await clients.get(clientId);
    const isKept = client && (client.type !== 'window' || (await kept(client.url)));
    if (!isKept) return fetch(request);
  }
  return (await kept(request.url)) ?? fetch(request);
}

/** Unlike `caches.open` this makes no cache: the reader may just have given up everything. */
function kept(url: string): Promise<Response | undefined> {
  return caches.match(addressOf(url), { cacheName: prefix + version });
}

/** Without query and fragment; a page with its slash, whatever the host shows. */
function addressOf(url: string): string {
  const address = (url.split(/[?#]/)[0] ?? '').replace(/\/index(?:\.html)?$/, '/');
  return /\/[^/.]+$/.test(address) ? `${address}/` : address;
}

/**
 * Puts everything that a choice needs into the cache of this version, or nothing. A page that was chosen before and is
 * no more is passed over.
 * @throws where a file cannot be had as it was built, and where a page that is `added` is none
 */
async function keep(choice: Choice, added: readonly string[] = []): Promise<void> {
  const offerText = await checked(`${root}offline.json`, version);
  const offer: Offer = JSON.parse(new TextDecoder().decode(offerText));
  const unknown = added.find((page) => !offer.pages[page]);
  if (unknown !== undefined) throw new Error(`${unknown} is no page of this version.`);
  const paths =
    choice === 'all'
      ? Object.keys(offer.files)
      : choice.length === 0
        ? []
        : [...offer.shared, ...choice.flatMap((page) => offer.pages[page] ?? [])];
  const cache = await caches.open(prefix + version);
  const put: string[] = [];
  try {
    for (const path of new Set(paths)) {
      const address = addressOf(root + path);
      if (await cache.match(address)) continue;
      const type = typeOf(path);
      const bytes = await checked(root + path, offer.files[path] ?? '');
      put.push(address);
      await cache.put(address, new Response(bytes, { headers: { 'Content-Type': type } }));
    }
  } catch (error) {
    for (const address of put) await cache.delete(address);
    if ((await cache.keys()).length === 0) await caches.delete(prefix + version);
    throw error;
  }
}

/** @throws where the file cannot be had, or is not the one of this build */
async function checked(url: string, sum: string): Promise<ArrayBuffer> {
  const response = await fetch(url, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  const found = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  if (found !== sum) throw new Error(`${url} is not of this version.`);
  return bytes;
}

async function readChoice(): Promise<Choice> {
  const stored = await caches.match(choiceAddress, { cacheName: choiceCache });
  return stored ? stored.json() : [];
}

async function writeChoice(choice: Choice): Promise<void> {
  await (await caches.open(choiceCache)).put(choiceAddress, new Response(JSON.stringify(choice)));
}

/** Deletes the caches of other versions. */
async function deleteOthers(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(prefix) && name !== choiceCache && name !== prefix + version)
      await caches.delete(name);
}

function typeOf(path: string): string {
  const types: Record<string, string> = {
    html: 'text/html; charset=utf-8',
    css: 'text/css; charset=utf-8',
    js: 'text/javascript; charset=utf-8',
    json: 'application/json',
    xml: 'application/xml',
    svg: 'image/svg+xml',
    png: 'image/png',
    jpg: 'image/jpeg',
    webp: 'image/webp',
    avif: 'image/avif',
    gif: 'image/gif',
    woff2: 'font/woff2',
    mp3: 'audio/mpeg',
    mp4: 'video/mp4',
    vtt: 'text/vtt',
  };
  return types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

export {};
