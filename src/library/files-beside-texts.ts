import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { isInside } from '../compile/file-fault.ts';
import { essayAddress } from '../document/address.ts';
import type { MadeFile } from '../document/made-file.ts';
import { contentFolder } from '../paths.ts';
import type { Library } from './compile-library.ts';

/**
 * The files beside texts that their pages show or link to: sounds, films, papers. Each is published beside its page
 * under its own name, so that the address in the text is right there as well. Its content is read when it is asked for.
 * @param withDrafts those of drafts too, which only the writing server shows
 */
export function filesBesideTexts(
  { essays, pages, translations }: Library,
  { withDrafts = false } = {},
): MadeFile[] {
  const shown = [...essays, ...translations].filter(({ metadata }) => withDrafts || !metadata.draft);
  const files = new Map<string, MadeFile>();
  const add = (text: { path: string; files: readonly string[] }, address: string) => {
    for (const name of text.files) {
      const source = join(dirname(text.path), name);
      const path = posix.join(address.slice(1), name);
      if (path.startsWith('..') || !isInside(source, [contentFolder])) continue;
      files.set(path, {
        path,
        get content() {
          return readFileSync(source);
        },
      });
    }
  };
  for (const essay of shown) add(essay, essayAddress(essay.slug));
  for (const page of pages) add(page, `/${page.slug}/`);
  return [...files.values()];
}
