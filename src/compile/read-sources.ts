import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'zod';
import {
  type Frontmatter,
  frontmatterSchema,
  type PageMetadata,
  pageSchema,
} from '../document/frontmatter.ts';
import { type Problem, problem } from '../document/problem.ts';
import { pageFault, slugFault } from '../document/slug.ts';
import { essaysFolder, pagesFolder, root } from '../paths.ts';
import { readFrontmatter } from './frontmatter.ts';
import { textProblems } from './text-problems.ts';
import type { TextSource } from './text-source.ts';

/** A text on the disk with its frontmatter, which has been checked. */
export interface Source<Metadata> extends TextSource {
  metadata: Metadata;
}

/** Every text of the site, by name. */
export interface Sources {
  essays: Source<Frontmatter>[];
  pages: Source<PageMetadata>[];
  /** Slugs of the folders that hold only the ledger of an essay. */
  orphanedLedgers: string[];
  /** Everything that is wrong with files and frontmatter. A text with a mistake there is not among the others. */
  problems: Problem[];
}

/** Reads every essay and page, so that none is lost in silence. */
export function readSources(essaysAt = essaysFolder, pagesAt = pagesFolder): Sources {
  const sources: Sources = { essays: [], pages: [], orphanedLedgers: [], problems: [] };
  const { problems } = sources;
  const bySlug = new Map<string, string>();
  for (const slug of names(essaysAt)) {
    const folder = join(essaysAt, slug);
    if (!statSync(folder).isDirectory()) {
      if (!/\.mdx?$/.test(slug)) continue;
      const name = slug.replace(/\.mdx?$/, '');
      const path = shown(join(essaysAt, name, `index${slug.slice(name.length)}`));
      problems.push(problem('source/outside-folder', { path }, { file: shown(folder) }));
      continue;
    }
    const [first, second] = names(folder).filter((file) => /^index\.mdx?$/i.test(file));
    if (!first && existsSync(join(folder, 'anchors.json'))) {
      sources.orphanedLedgers.push(slug);
      continue;
    }
    if (!first) {
      problems.push(problem('source/no-essay', {}, { file: shown(folder) }));
      continue;
    }
    const file = shown(join(folder, first));
    if (second) {
      const other = shown(join(folder, second));
      problems.push(problem('source/two-files', { slug, other }, { file }));
    }
    const rule = slugFault(slug);
    if (rule) problems.push(problem('source/invalid-slug', { slug, rule }, { file }));
    const other = bySlug.get(slug.toLowerCase());
    if (other) problems.push(problem('source/case', { other }, { file }));
    bySlug.set(slug.toLowerCase(), file);
    readSource(slug, join(folder, first), frontmatterSchema, sources.essays, problems);
  }
  for (const page of names(pagesAt).filter((name) => /\.mdx?$/.test(name))) {
    const name = page.replace(/\.mdx?$/, '');
    const rule = pageFault(name);
    const path = join(pagesAt, page);
    if (rule) problems.push(problem('source/invalid-page-name', { name, rule }, { file: shown(path) }));
    readSource(name, path, pageSchema, sources.pages, problems);
  }
  return sources;
}

/** Names in a folder, sorted by code unit so that no locale or file system decides; hidden ones left out. */
function names(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.') && !name.startsWith('_'))
      .sort();
  } catch {
    return [];
  }
}

/** Reads one text into a list, or what is wrong with it into the problems. */
function readSource<Schema extends z.ZodType>(
  slug: string,
  path: string,
  schema: Schema,
  sources: Source<z.output<Schema>>[],
  problems: Problem[],
): void {
  const file = shown(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    problems.push(problem('source/not-utf-8', {}, { file }));
    return;
  }
  if (text.trim() === '') {
    problems.push(problem('source/empty', {}, { file }));
    return;
  }
  problems.push(...textProblems(file, text));
  const read = readFrontmatter(file, text, schema);
  if ('metadata' in read) sources.push({ slug, file, path, text, metadata: read.metadata });
  else problems.push(...read.problems);
}

function shown(path: string): string {
  return relative(root, path).replaceAll('\\', '/');
}
