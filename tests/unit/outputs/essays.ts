import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type CompiledHere, compileText } from '../../../bench/compile-text.ts';
import type { PublishedEssay } from '../../../src/outputs/output.ts';

/** Essays that together use every construct, in three scripts. */
export const testEssays = [
  'tests/fixtures/site/essays/why-lighthouses-go-dark/index.mdx',
  'tests/specimen/essays/specimen/index.mdx',
  'tests/specimen/essays/right-to-left/index.md',
  'tests/specimen/essays/japanese/index.md',
] as const;

/** Compiles the text of a file with its frontmatter. @param path where it counts as lying, its own by default */
export async function compileFile(text: string, path: string): Promise<CompiledHere> {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const fields: Record<string, unknown> = parse(yaml);
  return compileText(body, { path, slug: path.split('/').at(-2) ?? '', ...fields });
}

const compiled = new Map<string, Promise<PublishedEssay>>();

/** An essay of the tests, as outputs get it. */
export function testEssay(path: string): Promise<PublishedEssay> {
  const essay =
    compiled.get(path) ?? compileFile(readFileSync(path, 'utf8'), path).then((one) => published(one));
  compiled.set(path, essay);
  return essay;
}

export function published({ document }: Pick<CompiledHere, 'document'>): PublishedEssay {
  const { body, comments, ...rest } = document;
  return { ...rest, firstSlug: rest.slug, body: () => structuredClone(body), comments: () => comments };
}

/** An essay “On Light”, with other fields or another text. */
export const essay = async (fields: Record<string, unknown> = {}, text = '## A part\n\nWords.') =>
  published(await compileText(text, { slug: 'one', title: 'On Light', published: '2026-03-04', ...fields }));
