import { defaultTreeAdapter } from 'parse5';
import { site as settings } from '../site.ts';
import { addressesIn } from './addresses.ts';
import { type BuiltSite, readText, removeFile, writeFile } from './built-site.ts';
import { contentPolicy } from './content-policy.ts';
import { htmlOf } from './page-html.ts';
import { attributeOf, type Element, elementNamed, newElement, parsePage, setAttribute } from './page-tree.ts';

/** Hosts look for the page at this path. */
export const notFoundPath = '404.html';

/**
 * Makes the 404 page right at any depth and under any path: its style and the script of `<not-found>` are put
 * into the page, what can only be fetched once the site's root is known is named in data attributes, and
 * links begin at the path of `site.url` until the script knows better.
 */
export function notFoundPage(site: BuiltSite): void {
  const assumed = new URL(settings.url).pathname;
  const page = parsePage(withInlineFiles(site, assumed)); // parsed again: what is inline now has its hash in the policy
  for (const { value, replace } of addressesIn(page.elements))
    if (/^\/(?!\/)/.test(value)) replace(assumed + value.slice(1));
  contentPolicy(page);
  writeFile(site, notFoundPath, htmlOf(page));
}

function withInlineFiles(site: BuiltSite, assumed: string): string {
  const page = parsePage(readText(site, notFoundPath));
  const read = (path: string) => readText(site, path);
  const styles = page.elements.filter((one) => isLink(one, 'stylesheet'));
  const scripts = page.elements.filter((one) => one.tagName === 'script' && attributeOf(one, 'src'));
  const [own, ...others] = scripts.filter((script) => definesElement(read(pathOf(script))));
  if (!own || others.length > 0)
    throw new Error('Exactly one script of the 404 page must define <not-found>.');

  const element = elementNamed(page, 'not-found');
  const withFonts = styles.filter((style) => read(pathOf(style)).includes('@font-face'));
  setAttribute(element, 'data-assumed', assumed);
  setAttribute(element, 'data-styles', withFonts.map(pathOf).join(' '));
  setAttribute(
    element,
    'data-scripts',
    scripts
      .filter((script) => script !== own)
      .map(pathOf)
      .join(' '),
  );
  if (own.parentNode)
    defaultTreeAdapter.insertBefore(
      own.parentNode,
      newElement('script', { type: 'module' }, read(pathOf(own)).trim()),
      own,
    );
  for (const style of styles) {
    const media = attributeOf(style, 'media');
    defaultTreeAdapter.appendChild(
      elementNamed(page, 'head'),
      newElement('style', media === undefined ? {} : { media }, withoutFonts(read(pathOf(style)))),
    );
  }
  for (const one of [...styles, ...scripts, ...page.elements.filter((link) => isLink(link, 'preload'))]) {
    const parent = one.parentNode;
    defaultTreeAdapter.detachNode(one);
    if (parent?.nodeName === 'noscript') defaultTreeAdapter.detachNode(parent);
  }
  removeFile(site, pathOf(own));
  return htmlOf(page);
}

function definesElement(script: string): boolean {
  const defines = /customElements\.define\(["'`]not-found["'`]/.test(script);
  if (defines && /\bimport\s*(?:["'{*]|\w+\s+from)/.test(script))
    throw new Error('The script of <not-found> may import nothing: it is put into the page.');
  return defines;
}

function isLink(element: Element, relation: string): boolean {
  return element.tagName === 'link' && attributeOf(element, 'rel') === relation;
}

/** The path inside the site of a style sheet or script. */
function pathOf(element: Element): string {
  return (attributeOf(element, 'src') ?? attributeOf(element, 'href') ?? '').slice(1);
}

/** Fonts lie at an address that the page does not know yet; until then it is set in the reader's serif. */
function withoutFonts(style: string): string {
  return style.replaceAll(/@font-face\s*\{[^}]*\}/g, '').trim();
}
