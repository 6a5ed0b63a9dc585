import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileText } from '../../../bench/compile-text.ts';
import { AuthorError, type Problem } from '../../../src/document/problem.ts';

/** A text as a build compiles it, or the mistakes that stop it. */
export interface InFolder {
  html: string;
  /** `code:line` of every mistake. */
  problems: string[];
  messages: string[];
  files: string[];
  /** Titles of the sections at the top. */
  contents: string[];
}

/**
 * Compiles a text as `essays/<slug>/index.md(x)` in a folder of its own.
 * @param files that lie beside it, by name
 * @param language BCP 47 tag of the text
 * @param embeds hosts from which it can show frames
 */
export async function compiledInFolder(
  text: string,
  {
    mdx = false,
    slug = 'one',
    files = {},
    embeds = [],
    language = 'en',
  }: {
    mdx?: boolean;
    slug?: string;
    files?: Record<string, string>;
    embeds?: readonly string[];
    language?: string;
  } = {},
): Promise<InFolder> {
  const top = mkdtempSync(join(tmpdir(), 'stet-text-'));
  const folder = join(top, 'essays', slug);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const path = join(folder, mdx ? 'index.mdx' : 'index.md');
  try {
    const { html, problems, document } = await compileText(text, { path, slug, embeds, language });
    const { files: published, sections } = document;
    return { html, files: published, contents: sections.map(({ title }) => title), ...listed(problems) };
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error;
    return { html: '', files: [], contents: [], ...listed(error.problems) };
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

function listed(problems: readonly Problem[]): Pick<InFolder, 'problems' | 'messages'> {
  return {
    problems: problems.map(({ code, line }) => `${code}:${line}`),
    messages: problems.map(({ message }) => message),
  };
}
