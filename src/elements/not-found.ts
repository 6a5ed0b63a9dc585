/**
 * `<lost-page>`: the page for addresses that lead nowhere is sent for any depth and under any path, so it
 * cannot know where the site begins. It asks each folder of its address for a file whose name only this build
 * has, and leads every link to where that file is. Without this script the links lead to where `site.url` says.
 */
class LostPage extends HTMLElement {
  async connectedCallback() {
    const { assumed = '/', styles = '', scripts = '' } = this.dataset;
    const root = await findRoot(styles.split(' ')[0] ?? '');
    if (root === null || !this.isConnected) return;
    const moved = document.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>('a[href], link[href]');
    for (const one of moved) {
      const address = one.getAttribute('href') ?? '';
      if (address.startsWith(assumed)) one.href = inSite(root, address.slice(assumed.length));
    }
    for (const path of styles.split(' ').filter(Boolean)) {
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'stylesheet', href: root + path }),
      );
    }
    this.dataset['root'] = root;
    if (location.protocol === 'file:') return; // browsers load no modules from a disk
    for (const path of scripts.split(' ').filter(Boolean)) await import(/* @vite-ignore */ root + path);
  }
}

/** The folder of this page's address, nearest first, that holds the file; null where none does. */
async function findRoot(marker: string): Promise<string | null> {
  if (location.protocol === 'file:') return new URL('./', location.href).href;
  const parts = location.pathname.split('/').slice(0, -1);
  const folders = parts
    .map((_, index) => `${location.origin}${parts.slice(0, index + 1).join('/')}/`)
    .reverse();
  const answers = await Promise.all(folders.map((folder) => isStyle(folder + marker)));
  return folders[answers.indexOf(true)] ?? null;
}

/** Asks for the kind too: some hosts answer every address with their home page. */
async function isStyle(address: string): Promise<boolean> {
  try {
    const { ok, headers } = await fetch(address, { method: 'HEAD' });
    return ok && (headers.get('content-type') ?? '').startsWith('text/css');
  } catch {
    return false;
  }
}

/** A disk shows the files of a folder, not its page. */
function inSite(root: string, path: string): string {
  const url = new URL(path, root);
  if (url.protocol === 'file:' && url.pathname.endsWith('/')) url.pathname += 'index.html';
  return url.href;
}

customElements.define('lost-page', LostPage);
