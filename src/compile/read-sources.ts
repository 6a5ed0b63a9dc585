import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { z } from 'zod';
import { essaySchema, type Frontmatter, type PageMetadata, pageSchema } from '../document/frontmatter.ts';
import { perLanguage } from '../document/per-language.ts';
import { type Problem, problem } from '../document/problem.ts';
import { languageOfRecord } from '../document/record-name.ts';
import { pageNameError, slugError, translationSlug } from '../document/slug.ts';
import { essaysFolder, pagesFolder, root } from '../paths.ts';
import { fileFault, isInside, statsOf } from './file-fault.ts';
import { readFrontmatter } from './frontmatter.ts';
import { textProblems } from './text-problems.ts';
import type { TextSource } from './text-source.ts';
import { isTranslationName, otherLanguage, translationFiles } from './translation-files.ts';
import { forgetWikiNames } from './wiki-names.ts';

/** A text on the disk with its frontmatter, which has been checked. */
export interface Source<Metadata> extends TextSource {
  metadata: Metadata;
}

/** A translation of an essay. Its slug is the essay's with the language: `tides/de`. */
export interface TranslationSource extends Source<Frontmatter> {
  /** The slug of the essay. */
  original: string;
}

/** Every text of the site, by name. */
export interface Sources {
  essays: Source<Frontmatter>[];
  pages: Source<PageMetadata>[];
  /** In the order of their essays, then by language. */
  translations: TranslationSource[];
  /** The records of translations, with or without their texts. */
  translationRecords: { original: string; language: string; file: string }[];
  /** Texts whose frontmatter has a mistake: what else is wrong with them can be found all the same. */
  unfinished: TextSource[];
  /** Slugs of the folders that hold only the ledger of an essay. */
  orphanedLedgers: string[];
  /** Folders and files that are left out because of their names. Nothing stops for them. */
  leftOut: Problem[];
  /** Everything that is wrong with files and frontmatter. A text with a mistake there is not among the others. */
  problems: Problem[];
  /** What is wrong with the bytes of drafts: only what shows drafts stops at it. A draft that the compiler does not survive is not among the essays. */
  draftProblems: Problem[];
}

/**
 * Reads every essay and page, so that none is lost in silence.
 * @param language BCP 47 tag of essays that name none
 */
export function readSources(language: string, essaysAt?: string, pagesAt?: string): Sources {
  return sourceReader(language, essaysAt, pagesAt)();
}

/**
 * A reader for those who read again and again: a file that is as it was is not read a second time, and gives the
 * very same `Source`.
 */
export function sourceReader(
  language: string,
  essaysAt = essaysFolder,
  pagesAt = pagesFolder,
): () => Sources {
  const folders = [dirname(essaysAt), essaysAt, pagesAt];
  const readEssay = textReader(essaySchema(language), folders);
  const readPage = textReader(pageSchema, folders);
  const translationReader = perLanguage((tag) => textReader(essaySchema(tag), folders));
  return () => read(essaysAt, pagesAt, readEssay, readPage, translationReader);
}

function read(
  essaysAt: string,
  pagesAt: string,
  readEssay: TextReader<Frontmatter>,
  readPage: TextReader<PageMetadata>,
  translationReader: (language: string) => TextReader<Frontmatter>,
): Sources {
  forgetWikiNames();
  const sources: Sources = {
    essays: [],
    pages: [],
    translations: [],
    translationRecords: [],
    unfinished: [],
    orphanedLedgers: [],
    leftOut: [],
    problems: [],
    draftProblems: [],
  };
  const { problems } = sources;
  const isText = (path: string) =>
    /\.mdx?$/.test(path) || names(path).some((file) => /^index\.mdx?$/i.test(file));
  for (const folder of [essaysAt, pagesAt])
    for (const name of hiddenNames(folder).filter((one) => isText(join(folder, one))))
      sources.leftOut.push(
        problem('source/left-out', { sign: name.charAt(0) }, { file: shown(join(folder, name)) }),
      );
  const bySlug = new Map<string, string>();
  for (const slug of names(essaysAt)) {
    const folder = join(essaysAt, slug);
    const stats = statsOf(folder);
    if (!stats || !isInside(folder, [dirname(essaysAt), essaysAt])) {
      const reason = stats ? 'is a link out of the content folder' : 'is a link to what does not exist';
      problems.push(problem('source/unreadable', { reason }, { file: shown(folder) }));
      continue;
    }
    if (!stats.isDirectory()) {
      if (!/\.mdx?$/.test(slug)) continue;
      const name = slug.replace(/\.mdx?$/, '');
      const path = shown(join(essaysAt, name, `index${slug.slice(name.length)}`));
      problems.push(problem('source/outside-folder', { path }, { file: shown(folder) }));
      continue;
    }
    const translations = names(folder).filter(isTranslationName);
    for (const name of names(folder)) {
      const language = languageOfRecord(name);
      const file = shown(join(folder, name));
      if (language !== null) sources.translationRecords.push({ original: slug, language, file });
    }
    const [first, second] = names(folder).filter((file) => /^index\.mdx?$/i.test(file));
    if (!first)
      for (const name of translations)
        problems.push(problem('translation/no-original', {}, { file: shown(join(folder, name)) }));
    if (!first && existsSync(join(folder, 'anchors.json'))) {
      sources.orphanedLedgers.push(slug);
      continue;
    }
    if (!first) {
      if (translations.length > 0) continue;
      problems.push(problem('source/no-essay', {}, { file: shown(folder) }));
      continue;
    }
    const file = shown(join(folder, first));
    if (second) {
      const other = shown(join(folder, second));
      problems.push(problem('source/two-files', { slug, other }, { file }));
    }
    const rule = slugError(slug);
    if (rule) problems.push(problem('source/invalid-slug', { slug, rule }, { file }));
    const other = bySlug.get(slug.toLowerCase());
    if (other) problems.push(problem('source/case', { other }, { file }));
    bySlug.set(slug.toLowerCase(), file);
    const essay = readEssay(slug, join(folder, first));
    add(essay, sources.essays);
    if (translations.length > 0)
      addTranslations(slug, folder, translations, essay.source?.metadata.language ?? null);
  }
  const pages = new Map<string, string>();
  for (const page of names(pagesAt).filter((name) => /\.mdx?$/.test(name))) {
    const name = page.replace(/\.mdx?$/, '');
    const rule = pageNameError(name);
    const path = join(pagesAt, page);
    if (rule) problems.push(problem('source/invalid-page-name', { name, rule }, { file: shown(path) }));
    const other = pages.get(name);
    if (other) problems.push(problem('source/two-pages', { name, other }, { file: shown(path) }));
    pages.set(name, shown(path));
    add(readPage(name, path), sources.pages);
  }
  return sources;

  function addTranslations(slug: string, folder: string, all: readonly string[], language: string | null) {
    const found = translationFiles(all, (name) => shown(join(folder, name)), language);
    problems.push(...found.problems);
    for (const { name, language } of found.files) {
      const one = translationReader(language)(translationSlug(slug, language), join(folder, name));
      const added: Source<Frontmatter>[] = [];
      add(one, added);
      problems.push(...added.flatMap((source) => otherLanguage(source, language)));
      sources.translations.push(...added.map((source) => ({ ...source, original: slug })));
    }
  }

  function add<Metadata>(one: TextRead<Metadata>, to: Source<Metadata>[]): void {
    problems.push(...one.problems);
    sources.draftProblems.push(...(one.draftProblems ?? []));
    if (one.source) to.push(one.source);
    if (one.unfinished) sources.unfinished.push(one.unfinished);
  }
}

/** Names in a folder, sorted by code unit so that no locale or file system decides; hidden ones left out. */
function names(folder: string): string[] {
  return allNames(folder).filter((name) => !isHidden(name));
}

function hiddenNames(folder: string): string[] {
  return allNames(folder).filter(isHidden);
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('_');
}

function allNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** One text, or null where its bytes or its frontmatter are wrong, and what is wrong with it. */
interface TextRead<Metadata> {
  source: Source<Metadata> | null;
  unfinished?: TextSource;
  problems: Problem[];
  draftProblems?: Problem[];
}

type TextReader<Metadata> = (slug: string, path: string) => TextRead<Metadata>;

/** Reads texts whose frontmatter follows a schema, each as long as it does not change. */
function textReader<Schema extends z.ZodType>(
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
  const file = shown(path);
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

function shown(path: string): string {
  return relative(root, path).replaceAll('\\', '/');
}
