import { defaultTreeAdapter } from 'parse5';
import { attributeOf, type Element, newElement, type PageTree } from './page-tree.ts';
import { portableStyle } from './portable-links.ts';

/**
 * Puts the style that blocks the first paint into the page itself, so that the first answer of a server is enough to
 * show the text: a style sheet costs a second round trip, which on a slow phone line is a fifth of a second. What is
 * only for paper, and what a page links in its body, stays in files.
 * @param address of the page from the site's root
 * @param read a file of the site, by its path inside it
 * @returns the page, whose list of elements has the new ones
 */
export function inlineStyles(page: PageTree, address: string, read: (path: string) => string): PageTree {
  const elements = page.elements.map((element) => {
    const parent = element.parentNode;
    if (!isBlockingStyle(element) || !parent) return element;
    const path = (attributeOf(element, 'href') ?? '').slice(1);
    const style = newElement('style', {}, portableStyle(read(path).trim(), address));
    defaultTreeAdapter.insertBefore(parent, style, element);
    defaultTreeAdapter.detachNode(element);
    return style;
  });
  return { ...page, elements };
}

function isBlockingStyle(element: Element): boolean {
  return (
    element.tagName === 'link' &&
    attributeOf(element, 'rel') === 'stylesheet' &&
    attributeOf(element, 'media') === undefined &&
    element.parentNode?.nodeName === 'head'
  );
}
