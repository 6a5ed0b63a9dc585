import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodedComponent } from '../document/decoded.ts';
import { essaysFolder, pagesFolder, pathFromRoot } from '../paths.ts';
import { waysToWrite } from './written-address.ts';

/**
 * Where an author wrote what is on a built page: the text of the essay or page, and the line with these
 * words. What a text does not have comes from the site itself; then the page is named, as the best there is.
 * @param path of the page inside the site
 * @param words as they are on the page, for example an address
 */
export function sourceOf(path: string, words: string): { file: string; line: number } {
  const file = fileOf(path);
  const lines = file === null ? [] : readFileSync(file, 'utf8').split('\n');
  const written = [words, decodedComponent(words), words.replaceAll('&', '&amp;'), ...waysToWrite(words)];
  const line = lines.findIndex((text) => written.some((one) => text.includes(one))) + 1;
  return file !== null && line > 0 ? { file: pathFromRoot(file), line } : { file: path, line: 0 };
}

function fileOf(path: string): string | null {
  const [, slug, language] = /^essays\/([^/]+)\/(?:([^/]+)\/)?index\.html$/.exec(path) ?? [];
  const page = /^([^/]+)\/index\.html$/.exec(path)?.[1];
  const [folder, name] = slug
    ? [join(essaysFolder, slug), language ? `index.${language}` : 'index']
    : [pagesFolder, page];
  const isText = (file: string) =>
    file.replace(/\.mdx?$/i, '').toLowerCase() === name && /\.mdx?$/i.test(file);
  const file = existsSync(folder) ? readdirSync(folder).find(isText) : undefined;
  return file === undefined ? null : join(folder, file);
}
