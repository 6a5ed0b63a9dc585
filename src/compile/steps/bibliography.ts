import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';

/** How works are named in the text: `(Taleb, 2007)` or `[3]`. */
export type CitationStyle = 'author-date' | 'numbered';

/** The works in the bibliography file beside an essay. */
export interface Bibliography {
  /** Path of the file, for messages; null where the essay has none. */
  file: string | null;
  keys: readonly string[];
  /** The short form for the text, without its brackets: `Taleb, 2007`. */
  short(key: string): string;
  /** The full reference as the list at the end has it. */
  full(key: string): ElementContent[];
}

/**
 * Reads `references.json` (CSL-JSON) or `references.bib` (BibTeX) beside a text.
 * @param text path of the essay's file
 * @param language BCP 47 tag of the text
 * @throws Error with the parser's words where the file cannot be read
 */
export function bibliographyBeside(
  text: string,
  style: CitationStyle,
  language: string | undefined,
): Bibliography {
  const file = bibliographyFile(text);
  if (!file) return { file: null, keys: [], short: String, full: () => [] };
  const source = readFileSync(file, 'utf8');
  if (file.endsWith('.json')) JSON.parse(source); // its message says where the mistake is
  const works = new Cite(source, { generateGraph: false });
  const options = { template: style === 'numbered' ? 'vancouver' : 'apa', lang: localeOf(language) };
  const keys = works.data.map((work) => work.id);
  return {
    file,
    keys,
    short: (key) =>
      works.format('citation', { ...options, format: 'text', entry: [key] }).replaceAll(/^\(|\)$/g, ''),
    full: (key) => {
      const html = new Cite(works.data.filter((work) => work.id === key)).format('bibliography', {
        ...options,
        format: 'html',
      });
      const tree = fromHtml(html, { fragment: true });
      const entry = select('.csl-right-inline', tree) ?? select('.csl-entry', tree);
      return entry?.children ?? [];
    },
  };
}

/** The bibliography file beside a text. */
export function bibliographyFile(text: string): string | undefined {
  return ['references.json', 'references.bib']
    .map((name) => join(dirname(text), name))
    .find((path) => existsSync(path));
}

/** The locale of the citation engine for a language; undefined, which is English, where it has none. */
function localeOf(language: string | undefined): string | undefined {
  if (language === undefined) return undefined;
  const spoken = new Intl.Locale(language).language;
  return plugins.config
    .get('@csl')
    .locales.list()
    .find((tag) => new Intl.Locale(tag).language === spoken);
}
