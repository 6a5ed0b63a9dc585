import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { frontmatterSchema, pageSchema } from '../document/frontmatter.ts';
import type { Problem } from '../document/problem.ts';
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
        problems.push({
          file: shown(folder),
          line: 0,
          message: `An essay lives in a folder of its own. Move this file to ${shown(join(essays, slug, `index${name.slice(slug.length)}`))}.`,
        });
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
      problems.push({
        file: shown(folder),
        line: 0,
        message: 'This folder has no essay. Add `index.mdx` (or `index.md`), or remove the folder.',
      });
      continue;
    }
    if (second) {
      problems.push({
        file: shown(join(folder, first)),
        line: 0,
        message: `Two essays have the slug \`${name}\`: this file and ${shown(join(folder, second))}. Keep one, or give one a folder of its own.`,
      });
    }
    const file = join(folder, first);
    const fault = slugFault(name);
    if (fault)
      problems.push({
        file: shown(file),
        line: 0,
        message: `The slug \`${name}\` (the folder's name) ${fault}.`,
      });
    const twin = bySlug.get(name.toLowerCase());
    if (twin) {
      problems.push({
        file: shown(file),
        line: 0,
        message: `Two essays have slugs that differ only in case: this file and ${twin}. Many file systems and hosts take them for one; rename one folder.`,
      });
    }
    bySlug.set(name.toLowerCase(), shown(file));
    const read = readSource(file);
    problems.push(
      ...read.problems,
      ...(read.text === '' ? [] : frontmatterProblems(shown(file), read.text, frontmatterSchema)),
    );
    sources.push({ slug: name, file: shown(file), text: read.text });
  }
  for (const name of names(pages).filter((page) => /\.mdx?$/.test(page))) {
    const file = join(pages, name);
    const fault = pageFault(name.replace(/\.mdx?$/, ''));
    if (fault) problems.push({ file: shown(file), line: 0, message: `The name of this page ${fault}.` });
    const read = readSource(file);
    problems.push(
      ...read.problems,
      ...(read.text === '' ? [] : frontmatterProblems(shown(file), read.text, pageSchema)),
    );
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

function readSource(file: string): { text: string; problems: Problem[] } {
  const bytes = readFileSync(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return {
      text: '',
      problems: [{ file: shown(file), line: 0, message: 'The file is not UTF-8. Save it again as UTF-8.' }],
    };
  }
  if (text.trim() === '')
    return {
      text: '',
      problems: [
        {
          file: shown(file),
          line: 0,
          message: 'The file is empty. Begin with `---`, the fields and `---`, then write.',
        },
      ],
    };
  return { text, problems: textProblems(shown(file), text) };
}

function shown(path: string): string {
  return relative(root, path).replaceAll('\\', '/');
}
