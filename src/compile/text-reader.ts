import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { type Problem, problem } from '../document/problem.ts';
import { pathFromRoot } from '../paths.ts';
import { fileFault, statsOf } from './file-fault.ts';
import { readFrontmatter } from './frontmatter.ts';
import { textProblems } from './text-problems.ts';
import type { TextSource } from './text-source.ts';

/** A text on the disk with its frontmatter, which has been checked. */
export interface Source<Metadata> extends TextSource {
  metadata: Metadata;
}

/** One text, or null where its bytes or its frontmatter are wrong, and what is wrong with it. */
export interface TextRead<Metadata> {
  source: Source<Metadata> | null;
  unfinished?: TextSource;
  problems: Problem[];
  draftProblems?: Problem[];
}

export type TextReader<Metadata> = (slug: string, path: string) => TextRead<Metadata>;

/** Reads texts whose frontmatter follows a schema, each as long as it does not change. */
export function textReader<Schema extends z.ZodType>(
  schema: Schema,
  folders: readonly string[],
): TextReader<z.output<Schema>> {
  const known = new Map<string, TextRead<z.output<Schema>> & { version: string }>();
  return (slug, path) => {
    const { mtimeMs = 0, size = 0 } = statsOf(path) ?? {};
    const version = `${mtimeMs} ${size}`;
    const before = known.get(path);
    if (before?.version === version) return before;
    const read = { ...readText(slug, path, schema, folders), version };
    known.set(path, read);
    return read;
  };
}

function readText<Schema extends z.ZodType>(
  slug: string,
  path: string,
  schema: Schema,
  folders: readonly string[],
): TextRead<z.output<Schema>> {
  const file = pathFromRoot(path);
  const reason = fileFault(path, folders);
  if (reason !== '') return { source: null, problems: [problem('source/unreadable', { reason }, { file })] };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    return { source: null, problems: [problem('source/not-utf-8', {}, { file })] };
  }
  if (text.trim() === '') return { source: null, problems: [problem('source/empty', {}, { file })] };
  const problems = textProblems(file, text);
  const source = { slug, file, path, text };
  const frontmatter = readFrontmatter(file, text, schema);
  // the compiler does not survive these, or not in time
  const isTooMuch = problems.some(({ code }) => /^source\/too-(?:deep|many-marks)$/.test(code ?? ''));
  if ('problems' in frontmatter) {
    const all = [...problems, ...frontmatter.problems];
    return { source: null, problems: all, ...(isTooMuch ? {} : { unfinished: source }) };
  }
  const { metadata } = frontmatter;
  const read = isTooMuch ? null : { ...source, metadata };
  return isDraft(metadata)
    ? { source: read, problems: [], draftProblems: problems }
    : { source: read, problems };
}

function isDraft(metadata: unknown): boolean {
  return typeof metadata === 'object' && metadata !== null && 'draft' in metadata && metadata.draft === true;
}
