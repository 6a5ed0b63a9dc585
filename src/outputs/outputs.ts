import type { MadeFile } from '../document/made-file.ts';
import { openSearch } from './open-search.ts';
import type { EmittedAddress, EssayInput, EssayOutput, Output, Publication } from './output.ts';
import { pictures } from './pictures.ts';

/** Every form in which one essay is published beside its page. */
const essayOutputs: readonly EssayOutput[] = [
  pictures, // at addresses of their own, for the forms below
];

/** Every form in which the site is published beside its pages. */
const outputs: readonly Output[] = [
  openSearch, // lets a browser search the site from its address bar
];

/** Every address that an output gives the site, in the order of the lists. */
export const emittedAddresses: readonly EmittedAddress[] = [...essayOutputs, ...outputs].flatMap(
  ({ addresses }) => addresses,
);

/** The files of all outputs of one essay. */
export async function essayFiles(input: EssayInput): Promise<MadeFile[]> {
  const files: MadeFile[] = [];
  for (const output of essayOutputs) files.push(...(await output.files(input)));
  return files;
}

/** The files of all outputs of the whole site. */
export async function siteFiles(publication: Publication): Promise<MadeFile[]> {
  const files: MadeFile[] = [];
  for (const output of outputs) files.push(...(await output.files(publication)));
  return files;
}
