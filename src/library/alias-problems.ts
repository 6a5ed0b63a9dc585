import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { statsOf } from '../compile/file-fault.ts';
import { essayAddress } from '../document/address.ts';
import { aliasFile } from '../document/alias-file.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import { type Problem, problem } from '../document/problem.ts';
import { publicFolder } from '../paths.ts';
import { lineOf } from './line-of.ts';
import type { CompiledText } from './text-compiler.ts';

/** Folders and files that the site makes itself, whether or not it does today. */
const ownFolders =
  /^(?:_astro|pagefind|\.well-known|search|404|topics|series|years|cards|books)(?:\/|\.html|$)/;
const ownFiles =
  /^(?:(?:feed|comments)\.(?:xml|json)|feed\.css|sitemap\.xml|robots\.txt|llms(?:-full)?\.txt|opensearch\.xml|essays\.epub|offline\.json|service-worker\.js|SHA256SUMS|_headers|\.htaccess|\.nojekyll)(?:\/|$)/;

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
  const pages = new Map(
    essays.map(({ slug }) => [`${essayAddress(slug).slice(1)}`, `the essay \`${slug}\``]),
  );
  const folders = new Map<string, string>(); // in which files of the site or of aliases will be
  for (const [path, what] of files) for (const folder of foldersOf(path)) folders.set(folder, what);
  return essays.flatMap((essay) =>
    essay.metadata.aliases.flatMap((address) => {
      const path = aliasFile(address);
      const above = foldersOf(path);
      const other =
        files.get(path) ??
        folders.get(path) ?? // a file cannot stand where a folder is, nor the other way round
        above.flatMap((folder) => files.get(folder) ?? pages.get(`${folder}/`) ?? [])[0] ??
        ownFile(path);
      const what = `\`aliases\` of \`${essay.slug}\``;
      files.set(path, what);
      for (const folder of above) folders.set(folder, what);
      if (other === null) return [];
      const position = { file: essay.file, line: lineOf(essay.path, address) };
      return [problem('frontmatter/used-address', { address, other }, position)];
    }),
  );
}

function ownFile(path: string): string | null {
  if (ownFolders.test(path) || ownFiles.test(path)) return 'the site itself';
  const isInPublic = existsSync(join(publicFolder, path)) || foldersOf(path).some(isPublicFile);
  return isInPublic ? 'a file in `public/`' : null;
}

function isPublicFile(path: string): boolean {
  return statsOf(join(publicFolder, path))?.isFile() === true;
}

/** `a` and `a/b` of `a/b/index.html`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
