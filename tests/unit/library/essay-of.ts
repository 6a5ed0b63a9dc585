import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { compileText } from '../../../bench/compile-text.ts';
import type { Frontmatter } from '../../../src/document/frontmatter.ts';
import type { CompiledText } from '../../../src/library/text-compiler.ts';

/**
 * An essay as the library has it, compiled without a cache.
 * @param text without frontmatter
 * @param fields of its frontmatter; `path` of its file
 */
export async function essayOf(
  slug: string,
  text: string,
  { path = 'tests/specimen/essays/specimen/index.mdx', ...fields }: Record<string, unknown> = {},
): Promise<CompiledText<Frontmatter>> {
  const { document, problems } = await compileText(text, { ...fields, slug, path: resolve(String(path)) });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return {
    ...document,
    path: resolve(String(path)),
    source: '',
    key: JSON.stringify([slug, text, fields]),
    problems: [],
    commentCount: 0,
    hasComments: false,
    body: () => document.body,
    comments: () => [],
    html: () => null,
  };
}

/** The same of a file with frontmatter. */
export function essayIn(slug: string, path: string): Promise<CompiledText<Frontmatter>> {
  const [, fields = '', text = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(path, 'utf8')) ?? [];
  return essayOf(slug, text, { ...parse(fields), path });
}
