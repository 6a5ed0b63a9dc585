/** What is shown beside a link. */
export interface Preview {
  content: Node[];
  language: string;
  direction: string;
}

/** Files of previews that were asked for, by address; null where one cannot be had. */
const files = new Map<string, Promise<Document | null>>();

/**
 * What a link leads to: a note or a reference of this page as it is there, or what the build has written about an essay
 * or a section beside the essay.
 * @returns null where nothing can be shown, or the reader sees it already
 */
export async function previewOf(link: HTMLAnchorElement): Promise<Preview | null> {
  const id = idIn(link.hash);
  const page = link.origin + link.pathname;
  const isHere = page === location.origin + location.pathname;
  const here = isHere ? document.getElementById(id) : null;
  if (here?.matches('li')) return copyOf(here, link);
  if (!/\/essays\/[^/]+\/(?:[a-z]{2,3}(?:-[^/]+)?\/)?$/.test(page) || (isHere && id === '')) return null;
  const root = (await fileAt(`${page}previews.xml`))?.documentElement;
  if (!root) return null;
  const sections = [...root.children];
  const section =
    sections.find((one) => one.getAttribute('data-of') === id) ?? (isHere ? undefined : sections[0]);
  if (!section) return null;
  const copy = document.importNode(section, true);
  const home = document.querySelector<HTMLAnchorElement>('a[rel=home]')?.href ?? '/';
  for (const one of copy.querySelectorAll<HTMLAnchorElement>('a[href^="/"]'))
    one.href = new URL(one.pathname.slice(1) + one.hash, home).href;
  const title = copy.querySelector('.title');
  if (title) {
    const name = document.createElement('a');
    name.href = link.href;
    name.append(...title.childNodes);
    title.append(name);
  }
  return {
    content: [...copy.childNodes],
    language: root.getAttribute('lang') ?? '',
    direction: root.getAttribute('dir') ?? '',
  };
}

/** A note beside the text is seen already, and one that is open in the text has left its place. */
function copyOf(item: Element, link: Element): Preview | null {
  const copy = item.cloneNode(true);
  if (!(copy instanceof Element) || item.closest('[data-margin]') || !item.textContent?.trim()) return null;
  for (const mark of copy.querySelectorAll('.back')) mark.remove();
  for (const one of copy.querySelectorAll('[id]')) one.removeAttribute('id');
  const { lang = '', dir = '' } = link.closest<HTMLElement>('[lang]') ?? {};
  return { content: [...copy.childNodes], language: lang, direction: dir };
}

function idIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return ''; // it has a broken percent escape
  }
}

/** The policy of the pages lets no script make markup of a text; a browser reads XML by itself. */
function fileAt(address: string): Promise<Document | null> {
  const before = files.get(address);
  if (before) return before;
  const file = new Promise<Document | null>((done) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.overrideMimeType('application/xml');
    request.onloadend = () => done(request.status === 200 ? request.responseXML : null);
    request.send();
  });
  files.set(address, file);
  file.then((found) => found ?? files.delete(address)); // the next time tries again
  return file;
}
