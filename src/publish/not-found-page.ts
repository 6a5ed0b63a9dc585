import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { site as settings } from '../site.ts';
import { addressesIn } from './addresses.ts';
import { type BuiltSite, dropFile } from './built-site.ts';

/**
 * Makes the 404 page right at any depth and under any path: its style and the script of `<not-found>` are put
 * into the page, what can only be fetched once the site's root is known is named in data attributes, and
 * links begin at the path of `site.url` until the script knows better.
 */
export function notFoundPage(site: BuiltSite): void {
  const page = site.pages.find(({ path }) => path === '404.html');
  const element = page && select('not-found', page.tree);
  const head = page && select('head', page.tree);
  if (!head || !element) throw new Error('The site has no 404 page with <not-found>.');
  const read = (address: unknown) => readFileSync(join(site.folder, String(address)), 'utf8');
  const styles = selectAll('link[rel=stylesheet]', page.tree);
  const scripts = selectAll('script[src]', page.tree);
  const own = scripts.filter((script) => definesElement(read(script.properties['src'])));
  if (own.length !== 1) throw new Error('Exactly one script of the 404 page must define <not-found>.');

  const assumed = new URL(settings.url).pathname;
  element.properties['dataAssumed'] = assumed;
  element.properties['dataStyles'] = pathsOf(
    styles.filter((style) => read(style.properties['href']).includes('@font-face')),
    'href',
  );
  element.properties['dataScripts'] = pathsOf(
    scripts.filter((script) => !own.includes(script)),
    'src',
  );
  visit(page.tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (own.includes(node)) {
      parent.children[index] = h('script', { type: 'module' }, read(node.properties['src']).trim());
    } else if (styles.includes(node) || scripts.includes(node) || isPreload(node)) {
      parent.children.splice(index, 1);
      return index;
    }
    return;
  });
  for (const { properties } of styles) {
    head.children.push(h('style', { media: properties['media'] }, withoutFonts(read(properties['href']))));
  }
  for (const script of own) dropFile(site, pathsOf([script], 'src'));
  for (const address of addressesIn(page.tree)) {
    if (/^\/(?!\/)/.test(address.value)) address.replace(assumed + address.value.slice(1));
  }
}

function definesElement(script: string): boolean {
  const defines = /customElements\.define\(["'`]not-found["'`]/.test(script);
  if (defines && /\bimport\s*(?:["'{*]|\w+\s+from)/.test(script))
    throw new Error('The script of <not-found> may import nothing: it is put into the page.');
  return defines;
}

function isPreload({ tagName, properties }: Element): boolean {
  return tagName === 'link' && [properties['rel']].flat().includes('preload');
}

function pathsOf(elements: readonly Element[], attribute: 'href' | 'src'): string {
  return elements.map((element) => String(element.properties[attribute]).slice(1)).join(' ');
}

/** Fonts lie at an address that the page does not know yet; until then it is set in the reader's serif. */
function withoutFonts(style: string): string {
  return style.replaceAll(/@font-face\s*\{[^}]*\}/g, '').trim();
}
