import { words } from 'virtual:settings-words';
import { trustWorker } from '../search/browser/trust-worker.ts';
import { newButton, newElement } from './new-element.ts';

/** Pages by their addresses from the site's root, or everything. */
type Choice = string[] | 'all';

/** The part of the reader's settings that keeps pages for reading without a connection. Empty where a browser or a site cannot. */
export function newOfflineSettings(): HTMLElement[] {
  const { offline } = words;
  const home = document.querySelector<HTMLAnchorElement>('a[rel=home]')?.href ?? '';
  if (!offline || !('serviceWorker' in navigator) || !home.startsWith('http')) return [];
  const prefix = `stet ${home} `;
  const page = pageAt(location.href, home);
  const status = newElement('p', { role: 'status' });

  const readChoice = async (): Promise<Choice> => {
    const stored = await caches.match(`${home}choice.json`, { cacheName: `${prefix}choice` });
    return stored ? stored.json() : [];
  };
  const show = (choice: Choice) => {
    const isKept = choice === 'all' || choice.includes(page);
    status.textContent = choice === 'all' ? offline.allKept : isKept ? offline.pageKept : offline.nothing;
    keepPage.hidden = isKept;
    keepAll.hidden = choice === 'all';
    drop.hidden = choice !== 'all' && choice.length === 0;
  };
  const keep = async (add: (choice: Choice) => Choice) => {
    status.textContent = offline.keeping;
    try {
      const choice = add(await readChoice());
      const result = await keptBy(await currentWorker(home), choice);
      if (result === 'kept') show(choice);
      else status.textContent = result === 'full' ? offline.full : offline.failed;
    } catch {
      status.textContent = offline.failed;
    }
  };
  const keepPage = newButton(offline.page, () =>
    keep((choice) => (choice === 'all' ? choice : [...choice, page])),
  );
  const keepAll = newButton(offline.all, () => keep(() => 'all'));
  const drop = newButton(offline.drop, async () => {
    await (await navigator.serviceWorker.getRegistration(home))?.unregister();
    for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
    show([]);
  });
  show([]);
  readChoice().then(show, () => {});
  return [
    newElement('h2', {}, offline.title),
    status,
    newElement('p', {}, keepPage, ' ', keepAll, ' ', drop),
    ...books(home),
  ];
}

/** Its address from the site's root, with a slash at its end and without the name of its file, whatever the host shows. */
function pageAt(url: string, home: string): string {
  const address = (url.split(/[?#]/)[0] ?? '').replace(/\/index(?:\.html)?$/, '/');
  return (address.endsWith('/') ? address : `${address}/`).slice(home.length);
}

/** What an e-reader keeps: the book of the essay, where this is the page of one, and that of all. */
function books(home: string): HTMLElement[] {
  const { offline } = words;
  const own = document.querySelector<HTMLAnchorElement>('.other-forms a[href$=".epub"]');
  if (!offline || !(own ?? document.querySelector('.essays'))) return [];
  const linkTo = (href: string, text: string) => newElement('a', { href, textContent: text });
  const all = linkTo(`${home}essays.epub`, offline.books);
  return [newElement('p', {}, ...(own ? [linkTo(own.href, offline.book), ' '] : []), all)];
}

/** The worker of the build that is published now. */
async function currentWorker(home: string): Promise<ServiceWorker> {
  const script = new URL('service-worker.js', home);
  trustWorker(script);
  const registration = await navigator.serviceWorker.register(script, {
    scope: home,
    updateViaCache: 'none',
  });
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker) throw new Error('There is no worker.');
  if (worker.state === 'installing')
    await new Promise<void>((done, fail) => {
      worker.addEventListener('statechange', () => (worker.state === 'redundant' ? fail() : done()));
    });
  return worker;
}

function keptBy(worker: ServiceWorker, choice: Choice): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<unknown>((done) => {
    port1.onmessage = ({ data }) => done(data);
  });
  worker.postMessage({ choice }, [port2]);
  return answer;
}
