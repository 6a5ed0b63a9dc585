import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { addressesIn } from '../../src/publish/addresses.ts';
import { addressOf, filesOf, openSite, pagesOf, readText } from '../../src/publish/built-site.ts';
import type { FinishedPage } from '../../src/publish/finished-pages.ts';
import { pageFacts } from '../../src/publish/page-facts.ts';
import { type Element, parsePage } from '../../src/publish/page-tree.ts';

/** A published page and its tree, for selectors. */
export interface ParsedPage extends FinishedPage {
  tree: Root;
  elements: readonly Element[];
  /** Every address that an element of the page names, in order. */
  addresses: string[];
}

export interface ParsedSite {
  folder: string;
  /** Sorted by path. */
  pages: ParsedPage[];
  /** Sorted. */
  files: string[];
}

/**
 * Reads a published site.
 * @param base its `site.url`
 */
export function parseSite(folder: string, base = 'https://stet.example/'): ParsedSite {
  const site = openSite(folder);
  const pages = pagesOf(site).map((path): ParsedPage => {
    const text = readText(site, path);
    const page = parsePage(text);
    const addresses = addressesIn(page.elements).map(({ value }) => value);
    const facts = pageFacts(page, text, base);
    return {
      path,
      address: addressOf(path),
      ...facts,
      tree: fromHtml(text),
      elements: page.elements,
      addresses,
    };
  });
  return { folder, pages, files: filesOf(site) };
}
