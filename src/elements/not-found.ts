/**
 * `<not-found>`: corrects the links of the not-found page. A host sends this page for addresses of any depth, so the
 * page does not know where the root of the site is. The element requests a file whose name is unique to this build
 * from each folder of the address, and rewrites every link relative to the folder that has the file. Without this
 * script the links use the path of `site.url`.
 */
class NotFound extends HTMLElement {
  async connectedCallback() {
    const { assumed = '/', styles = '', scripts = '' } = this.dataset;
    const root = await findRoot(styles.split(' ')[0] ?? '');
    if (root === null || !this.isConnected) return;
    const links = document.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>('a[href], link[href]');
    for (const link of links) {
      const address = link.getAttribute('href') ?? '';
      if (address.startsWith(assumed)) link.href = addressInSite(root, address.slice(assumed.length));
    }
    for (const path of styles.split(' ').filter(Boolean)) {
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'stylesheet', href: root + path }),
      );
    }
    this.dataset['root'] = root;
    if (location.protocol === 'file:') return; // browsers do not load modules from file: addresses
    for (const path of scripts.split(' ').filter(Boolean)) await import(/* @vite-ignore */ root + path);
  }
}

/** Returns the nearest folder of this page's address that has the file, or null if none has it. */
async function findRoot(file: string): Promise<string | null> {
  if (location.protocol === 'file:') return new URL('./', location.href).href;
  const segments = location.pathname.split('/').slice(0, -1);
  const folders = segments
    .map((_, index) => `${location.origin}${segments.slice(0, index + 1).join('/')}/`)
    .reverse();
  const found = await Promise.all(folders.map((folder) => isStyleSheet(folder + file)));
  return folders[found.indexOf(true)] ?? null;
}

/** Also checks the content type: some hosts answer every address with their home page. */
async function isStyleSheet(address: string): Promise<boolean> {
  try {
    const { ok, headers } = await fetch(address, { method: 'HEAD' });
    return ok && (headers.get('content-type') ?? '').startsWith('text/css');
  } catch {
    return false;
  }
}

/** Names the file of a folder's page for file: addresses, where a browser would list the folder. */
function addressInSite(root: string, path: string): string {
  const url = new URL(path, root);
  if (url.protocol === 'file:' && url.pathname.endsWith('/')) url.pathname += 'index.html';
  return url.href;
}

customElements.define('not-found', NotFound);
