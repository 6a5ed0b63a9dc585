/** What the search dialog holds once it has been opened. */
export interface SearchSession {
  search(text: string): Promise<void>;
}

interface Found {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
}

interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(text: string): Promise<{ results: { data(): Promise<Found> }[] }>;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): void;
}

declare global {
  interface Window {
    trustedTypes?: TrustedTypes;
  }
}

/** Sections shown at most; more would be no help in choosing. */
const most = 12;

/** Loads Pagefind and answers what is typed in the dialog of `host`. Rejects when Pagefind cannot be loaded. */
export async function startSearch(host: HTMLElement): Promise<SearchSession> {
  const field = find(host, 'input', HTMLInputElement);
  const list = find(host, 'ol', HTMLOListElement);
  const status = find(host, '[role=status]', HTMLElement);
  const text = (name: string) => host.dataset[name] ?? '';
  const root = find(document, 'a[rel=home]', HTMLAnchorElement).href;
  const bundle = new URL('pagefind/', root).href;
  trustOnly(new URL('pagefind-worker.js', bundle).href);
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${bundle}pagefind.js`);
  await pagefind.options({ baseUrl: '/', excerptLength: 24 });
  await pagefind.init();

  let latest = 0;
  const session: SearchSession = {
    async search(query) {
      const turn = ++latest;
      if (query.trim() === '') {
        list.replaceChildren();
        status.textContent = '';
        return;
      }
      status.textContent ||= text('loading');
      try {
        const { results } = await pagefind.search(query);
        const found = await Promise.all(results.slice(0, most).map((result) => result.data()));
        if (turn !== latest) return;
        list.replaceChildren(...found.map((one) => row(one, root)));
        const count =
          found.length === 1 ? text('countOne') : text('count').replace('#', String(found.length));
        status.textContent = found.length === 0 ? text('none') : count;
      } catch {
        if (turn === latest) status.textContent = text('failed');
      }
    },
  };
  field.addEventListener('input', () => session.search(field.value));
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  list.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) host.querySelector('dialog')?.close();
  });
  await session.search(field.value);
  return session;
}

/** One section found: title, essay and marked excerpt. Only text is ever put into the page. */
function row(found: Found, root: string): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = new URL(found.url.replace(/^\//, ''), root).href;
  link.append(found.meta['title'] ?? '');
  const essay = document.createElement('span');
  essay.append(found.meta['essay'] ?? '');
  const excerpt = document.createElement('p');
  for (const part of found.excerpt.split(/(<mark>.*?<\/mark>)/)) {
    const marked = /^<mark>(.*)<\/mark>$/.exec(part)?.[1];
    if (marked === undefined) excerpt.append(plain(part));
    else excerpt.append(Object.assign(document.createElement('mark'), { textContent: plain(marked) }));
  }
  item.append(link, essay, excerpt);
  return item;
}

/** Pagefind escapes its excerpts; these are the five signs that it writes as entities. */
function plain(escaped: string): string {
  const signs: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#x27;': "'",
    '&amp;': '&',
  };
  return escaped.replaceAll(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => signs[entity] ?? entity);
}

/** The pages' policy forbids scripts from made-up addresses; this lets through the search worker and nothing else. */
function trustOnly(worker: string): void {
  window.trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (new URL(url, location.href).href === worker) return url;
      throw new TypeError(`Scripts may not be loaded from ${url}`);
    },
  });
}

function find<T extends Element>(scope: ParentNode, selector: string, kind: new () => T): T {
  const found = scope.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The search dialog has no ${selector}`);
  return found;
}
