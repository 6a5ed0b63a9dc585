import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { essaySchema, type Frontmatter, type PageMetadata, pageSchema } from '../document/frontmatter.ts';
import { perLanguage } from '../document/per-language.ts';
import { type Problem, problem } from '../document/problem.ts';
import { languageOfRecord } from '../document/record-name.ts';
import { pageNameError, slugError, translationSlug } from '../document/slug.ts';
import { essaysFolder, pagesFolder, pathFromRoot } from '../paths.ts';
import { isInside, statsOf } from './file-fault.ts';
import { type Source, type TextRead, type TextReader, textReader } from './text-reader.ts';
import type { TextSource } from './text-source.ts';
import { isTranslationName, otherLanguage, translationFiles } from './translation-files.ts';
import { unreadBibliographies } from './unread-bibliographies.ts';
import { forgetWikiNames } from './wiki-names.ts';

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
        problem('source/left-out', { sign: name.charAt(0) }, { file: pathFromRoot(join(folder, name)) }),
      );
  for (const folder of [dirname(essaysAt), essaysAt])
    sources.leftOut.push(...unreadBibliographies(folder, names(folder), null));
  const bySlug = new Map<string, string>();
  for (const slug of names(essaysAt)) {
    const folder = join(essaysAt, slug);
    const stats = statsOf(folder);
    if (!stats || !isInside(folder, [dirname(essaysAt), essaysAt])) {
      const reason = stats ? 'is a link out of the content folder' : 'is a link to what does not exist';
      problems.push(problem('source/unreadable', { reason }, { file: pathFromRoot(folder) }));
      continue;
    }
    if (!stats.isDirectory()) {
      if (!/\.mdx?$/.test(slug)) continue;
      const name = slug.replace(/\.mdx?$/, '');
      const path = pathFromRoot(join(essaysAt, name, `index${slug.slice(name.length)}`));
      problems.push(problem('source/outside-folder', { path }, { file: pathFromRoot(folder) }));
      continue;
    }
    const beside = names(folder);
    const translations = beside.filter(isTranslationName);
    for (const name of beside) {
      const language = languageOfRecord(name);
      const file = pathFromRoot(join(folder, name));
      if (language !== null) sources.translationRecords.push({ original: slug, language, file });
    }
    const [first, second] = beside.filter((file) => /^index\.mdx?$/i.test(file));
    if (!first)
      for (const name of translations)
        problems.push(problem('translation/no-original', {}, { file: pathFromRoot(join(folder, name)) }));
    if (!first && existsSync(join(folder, 'anchors.json'))) {
      sources.orphanedLedgers.push(slug);
      continue;
    }
    if (!first) {
      if (translations.length > 0) continue;
      problems.push(problem('source/no-essay', {}, { file: pathFromRoot(folder) }));
      continue;
    }
    const file = pathFromRoot(join(folder, first));
    if (second) {
      const other = pathFromRoot(join(folder, second));
      problems.push(problem('source/two-files', { slug, other }, { file }));
    }
    const rule = slugError(slug);
    if (rule) problems.push(problem('source/invalid-slug', { slug, rule }, { file }));
    const other = bySlug.get(slug.toLowerCase());
    if (other) problems.push(problem('source/case', { other }, { file }));
    bySlug.set(slug.toLowerCase(), file);
    const essay = readEssay(slug, join(folder, first));
    add(essay, sources.essays);
    sources.leftOut.push(...unreadBibliographies(folder, beside, essay.source?.text ?? ''));
    if (translations.length > 0)
      addTranslations(slug, folder, translations, essay.source?.metadata.language ?? null);
  }
  const pages = new Map<string, string>();
  for (const page of names(pagesAt).filter((name) => /\.mdx?$/.test(name))) {
    const name = page.replace(/\.mdx?$/, '');
    const rule = pageNameError(name);
    const path = join(pagesAt, page);
    if (rule)
      problems.push(problem('source/invalid-page-name', { name, rule }, { file: pathFromRoot(path) }));
    const other = pages.get(name);
    if (other) problems.push(problem('source/two-pages', { name, other }, { file: pathFromRoot(path) }));
    pages.set(name, pathFromRoot(path));
    add(readPage(name, path), sources.pages);
  }
  return sources;

  function addTranslations(slug: string, folder: string, all: readonly string[], language: string | null) {
    const found = translationFiles(all, (name) => pathFromRoot(join(folder, name)), language);
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
