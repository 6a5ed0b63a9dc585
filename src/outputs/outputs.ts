import type { MadeFile } from '../document/made-file.ts';
import { openSearch } from './open-search.ts';
import type { Output, Publication } from './output.ts';

/** Every form in which the site is published beside its pages. */
const outputs: readonly Output[] = [
  openSearch, // lets a browser search the site from its address bar
];

/** The files of all outputs. */
export function outputFiles(publication: Publication): MadeFile[] {
  return outputs.flatMap((output) => output(publication));
}
