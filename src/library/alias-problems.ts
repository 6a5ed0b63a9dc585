import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { essayAddress } from '../document/address.ts';
import { aliasFile } from '../document/alias-file.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import { type Problem, problem } from '../document/problem.ts';
import { publicFolder } from '../paths.ts';
import { lineOf } from './line-of.ts';
import type { CompiledText } from './text-compiler.ts';

/** Folders that the site makes itself. */
const ownFolders = /^(?:_astro|pagefind|\.well-known|search|404)(?:\/|\.html|$)/;

/**
 * Addresses in `aliases` at which something else is.
 * @param addresses those of the site's pages, with what is there, as the end of a sentence
 */
export function aliasProblems(
  essays: readonly CompiledText<Frontmatter>[],
  addresses: ReadonlyMap<string, string>,
): Problem[] {
  const files = new Map([
    ['index.html', 'the list of essays'],
    ...[...addresses].map(([address, what]): [string, string] => [aliasFile(address), what]),
    ...essays.map(({ slug }): [string, string] => [aliasFile(essayAddress(slug)), `the essay \`${slug}\``]),
  ]);
  return essays.flatMap((essay) =>
    essay.metadata.aliases.flatMap((address) => {
      const path = aliasFile(address);
      const other = files.get(path) ?? ownFile(path);
      files.set(path, `\`aliases\` of \`${essay.slug}\``);
      if (other === null) return [];
      const position = { file: essay.file, line: lineOf(essay.path, address) };
      return [problem('frontmatter/used-address', { address, other }, position)];
    }),
  );
}

function ownFile(path: string): string | null {
  if (ownFolders.test(path)) return 'the site itself';
  return existsSync(join(publicFolder, path)) ? 'a file in `public/`' : null;
}
