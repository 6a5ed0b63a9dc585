import { join } from 'node:path';
import { type Problem, problem } from '../document/problem.ts';
import { pathFromRoot } from '../paths.ts';
import { bibliographyNames } from './steps/bibliography.ts';

/**
 * Bibliographies in a folder that no text reads, because they lie beside none or have another name.
 * @param folder absolute path
 * @param names of the files in it
 * @param text the text that lies there, which may link to a bibliography of any name; null where none does
 */
export function unreadBibliographies(
  folder: string,
  names: readonly string[],
  text: string | null,
): Problem[] {
  return names
    .filter((name) => /\.bib$/i.test(name) || bibliographyNames.includes(name))
    .filter((name) => text === null || !(bibliographyNames.includes(name) || text.includes(name)))
    .map((name) => problem('source/unread-bibliography', {}, { file: pathFromRoot(join(folder, name)) }));
}
