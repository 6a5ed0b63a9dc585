import { lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import { fileFault } from '../file-fault.ts';

/** How works are named in the text: `(Taleb, 2007)` or `[3]`. */
export type CitationStyle = 'author-date' | 'numbered';

/** The works in the bibliography file beside an essay. */
export interface Bibliography {
  /** Path of the file, for messages; null where the essay has none. */
  file: string | null;
  keys: readonly string[];
  /** The short form for the text, without its brackets: `Taleb, 2007`. @throws Error as `full` does */
  short(key: string): string;
  /** The full reference as the list at the end has it. @throws Error where none can be made of a work */
  full(key: string): ElementContent[];
}

/**
 * Reads `references.json` (CSL-JSON) or `references.bib` (BibTeX) beside a text.
 * @param text path of the essay's file
 * @param language BCP 47 tag of the text
 * @throws Error with the parser's words where the file cannot be read; where both lie there
 */
export function bibliographyBeside(
  text: string,
  style: CitationStyle,
  language: string | undefined,
): Bibliography {
  const [file, second] = bibliographyFiles(text);
  if (second) throw new Error('both `references.json` and `references.bib` are there; one text has one');
  if (!file) return { file: null, keys: [], short: String, full: () => [] };
  const fault = fileFault(file, [dirname(dirname(dirname(file)))]); // the content folder
  if (fault !== '') throw new Error(`it ${fault}`);
  const source = utf8(readFileSync(file)).replace(/^\uFEFF/, '');
  if (file.endsWith('.json')) checkKeys(JSON.parse(source)); // whose message says where a mistake is
  const works = worksIn(source);
  const options = { template: style === 'numbered' ? 'vancouver' : 'apa', lang: localeOf(language) };
  const keys = works.data.map((work) => work.id);
  /** The engine does not survive some names, such as one that every object of JavaScript has. */
  const formatted = (make: () => string): string => {
    try {
      return make();
    } catch (error) {
      const unfit = works.data.filter((work) => !isFit(new Cite(work), options)).map(({ id }) => id);
      if (unfit.length === 0) throw error;
      throw new Error(`no citation can be made of ${unfit.map((key) => `\`${key}\``).join(', ')}`);
    }
  };
  return {
    file,
    keys,
    short: (key) =>
      formatted(() => works.format('citation', { ...options, format: 'text', entry: [key] })).replaceAll(
        /^\(|\)$/g,
        '',
      ),
    full: (key) => {
      const work = new Cite(works.data.filter(({ id }) => id === key));
      const html = formatted(() => work.format('bibliography', { ...options, format: 'html' }));
      const tree = fromHtml(html, { fragment: true });
      const entry = select('.csl-right-inline', tree) ?? select('.csl-entry', tree);
      return entry?.children ?? [];
    },
  };
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('it is not UTF-8; save it as UTF-8');
  }
}

function worksIn(source: string): Cite {
  try {
    return new Cite(source, { generateGraph: false });
  } catch (error) {
    throw error instanceof RangeError ? new Error('something in it is nested too deep') : error;
  }
}

/** @throws Error for a work without a key, which the citation engine would give one by chance */
function checkKeys(works: unknown): void {
  for (const [index, work] of [works].flat(1).entries())
    if (typeof work === 'object' && work !== null && !('id' in work))
      throw new Error(`work ${index + 1} has no \`id\``);
}

/** False for a work that the citation engine does not survive. */
function isFit(work: Cite, options: Parameters<Cite['format']>[1]): boolean {
  try {
    work.format('citation', { ...options, format: 'text' });
    work.format('bibliography', { ...options, format: 'html' });
    return true;
  } catch {
    return false;
  }
}

/** The bibliography file beside a text. */
export function bibliographyFile(text: string): string | undefined {
  return bibliographyFiles(text)[0];
}

/** The names that a bibliography beside a text can have: CSL-JSON and BibTeX. */
export const bibliographyNames: readonly string[] = ['references.json', 'references.bib'];

function bibliographyFiles(text: string): string[] {
  return bibliographyNames
    .map((name) => join(dirname(text), name))
    .filter((path) => lstatSync(path, { throwIfNoEntry: false }));
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
