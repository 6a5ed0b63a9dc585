import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Archive } from './archive.ts';
import { type CheckText, checkEssays } from './check-essays.ts';
import { type PlanOptions, planImport } from './plan.ts';
import type { Export } from './post.ts';
import type { ImportResult } from './report.ts';
import { fileWriter, type Outcome } from './written-files.ts';

/** Where everything goes, as absolute paths, and how a text is checked. */
export interface TakeInOptions extends PlanOptions {
  /** The folder from which messages name files. */
  root: string;
  essaysFolder: string;
  publicFolder: string;
  /** For what imports keep: it is not committed. */
  importFolder: string;
  check: CheckText;
}

/** The folder in which texts are compiled before they are written. */
export function stagedContent(importFolder: string): string {
  const folder = join(importFolder, 'content');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Writes the texts of another site as essays. Nothing that an author wrote is overwritten. */
export async function takeIn(archive: Archive, found: Export, options: TakeInOptions): Promise<ImportResult> {
  const { root, essaysFolder, publicFolder, importFolder } = options;
  const plan = await planImport(found, archive, options);
  const staged = join(stagedContent(importFolder), 'essays');
  const nameOf = (path: string) => relative(root, path).replaceAll('\\', '/');
  const checked = await checkEssays(
    plan.essays,
    staged,
    nameOf(essaysFolder),
    options.check,
    found.kind,
    (slug) => isPublic(join(essaysFolder, slug)),
  );
  const writer = fileWriter(join(importFolder, 'written.json'));
  const kept: string[] = [];
  const files: Record<Outcome, number> = { new: 0, renewed: 0, unchanged: 0, kept: 0 };
  const write = (path: string, content: string | Uint8Array): Outcome => {
    const outcome = writer.write(path, nameOf(path), content);
    if (outcome === 'kept') kept.push(nameOf(path));
    return outcome;
  };
  const essays = checked.map((one) => {
    const folder = join(essaysFolder, one.essay.slug);
    const other = join(folder, one.name === 'index.md' ? 'index.mdx' : 'index.md');
    const isOther = existsSync(other); // its author made the other kind of file of it
    if (isOther) kept.push(nameOf(other));
    const outcome = isOther ? 'kept' : write(join(folder, one.name), one.text);
    for (const [name, content] of one.essay.files) files[write(join(folder, name), content)] += 1;
    return { ...one, outcome };
  });
  for (const { path, content } of plan.publicFiles) files[write(join(publicFolder, path), content)] += 1;
  writer.close();
  return { found, essays, files, kept };
}

/** True for the folder of an essay that is there, and is no draft. */
function isPublic(folder: string): boolean {
  return ['index.md', 'index.mdx'].some((name) => {
    const file = join(folder, name);
    if (!existsSync(file)) return false;
    const [frontmatter = ''] = /^---\n[\s\S]*?\n---\n/.exec(readFileSync(file, 'utf8')) ?? [];
    return frontmatter !== '' && !/^draft:\s*true\s*$/m.test(frontmatter);
  });
}
