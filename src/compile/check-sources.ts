import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'zod';
import { frontmatterSchema, pageSchema } from '../document/frontmatter.ts';
import { type Problem, problem } from '../document/problem.ts';
import { pageFault, slugFault } from '../document/slug.ts';
import { essaysFolder, pagesFolder, root } from '../paths.ts';
import { frontmatterProblems } from './frontmatter-problems.ts';
import { textProblems } from './text-problems.ts';

/** An essay's file on the disk. */
export interface Source {
  slug: string;
  /** Path from the repository's top. */
  file: string;
  text: string;
}

/** The essays found, by slug, and the folders in which only the ledger of one is left. */
export interface Sources {
  sources: Source[];
  left: string[];
}

/**
 * Reads every essay and page before anything is built, so that none is lost in silence.
 * @returns what was found, and everything that is wrong with any of it
 */
export function checkSources(essays = essaysFolder, pages = pagesFolder): Sources & { problems: Problem[] } {
  const problems: Problem[] = [];
  const sources: Source[] = [];
  const left: string[] = [];
  const bySlug = new Map<string, string>();
  for (const name of names(essays)) {
    const folder = join(essays, name);
    if (!statSync(folder).isDirectory()) {
      if (/\.mdx?$/.test(name)) {
        const slug = name.replace(/\.mdx?$/, '');
        const path = shown(join(essays, slug, `index${name.slice(slug.length)}`));
        problems.push(problem('source/outside-folder', { path }, { file: shown(folder) }));
      }
      continue;
    }
    const files = names(folder).filter((file) => /^index\.mdx?$/i.test(file));
    const [first, second] = files;
    if (!first && existsSync(join(folder, 'anchors.json'))) {
      left.push(name);
      continue;
    }
    if (!first) {
      problems.push(problem('source/no-essay', {}, { file: shown(folder) }));
      continue;
    }
    const file = shown(join(folder, first));
    if (second) {
      const other = shown(join(folder, second));
      problems.push(problem('source/two-files', { slug: name, other }, { file }));
    }
    const rule = slugFault(name);
    if (rule) problems.push(problem('source/invalid-slug', { slug: name, rule }, { file }));
    const other = bySlug.get(name.toLowerCase());
    if (other) problems.push(problem('source/case', { other }, { file }));
    bySlug.set(name.toLowerCase(), file);
    const read = readSource(join(folder, first), frontmatterSchema);
    problems.push(...read.problems);
    sources.push({ slug: name, file, text: read.text });
  }
  for (const page of names(pages).filter((name) => /\.mdx?$/.test(name))) {
    const name = page.replace(/\.mdx?$/, '');
    const rule = pageFault(name);
    const file = shown(join(pages, page));
    if (rule) problems.push(problem('source/invalid-page-name', { name, rule }, { file }));
    problems.push(...readSource(join(pages, page), pageSchema).problems);
  }
  return { sources, left, problems };
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

/** The text of a file, empty where it cannot be read, and everything that is wrong with it. */
function readSource(path: string, schema: z.ZodType): { text: string; problems: Problem[] } {
  const file = shown(path);
  const bytes = readFileSync(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { text: '', problems: [problem('source/not-utf-8', {}, { file })] };
  }
  if (text.trim() === '') return { text: '', problems: [problem('source/empty', {}, { file })] };
  return { text, problems: [...textProblems(file, text), ...frontmatterProblems(file, text, schema)] };
}

function shown(path: string): string {
  return relative(root, path).replaceAll('\\', '/');
}
