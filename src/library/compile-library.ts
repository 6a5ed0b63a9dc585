import { type FormerAddress, formerAddresses } from '../anchors/former-address.ts';
import { ledgerProblems } from '../anchors/ledger-problems.ts';
import { type LedgerStates, loadLedgers } from '../anchors/load-ledgers.ts';
import type { Source, Sources } from '../compile/read-sources.ts';
import { byDate } from '../document/essay.ts';
import type { FoundBlocks } from '../document/found-blocks.ts';
import type { Frontmatter, PageMetadata } from '../document/frontmatter.ts';
import type { Problem } from '../document/problem.ts';
import { keywordProblems } from './keyword-problems.ts';
import type { CompiledText, TextCompiler } from './text-compiler.ts';

/** Every text of the site, compiled, and what became of every id that was published. */
export interface Library {
  /** Newest first. Drafts are among them only where they were asked for. */
  essays: CompiledText<Frontmatter>[];
  /** By name. */
  pages: CompiledText<PageMetadata>[];
  /** Slugs of essays that were left out because they are drafts. */
  drafts: string[];
  /** Addresses at which essays were published and where none is today. */
  formerAddresses: FormerAddress[];
  ledgers: LedgerStates;
  /** Everything that stops a build, unsorted. */
  problems: Problem[];
}

export interface LibraryOptions {
  compiler: TextCompiler;
  /** The language of a text that states none. */
  language: string;
  /** Drafts are shown while writing and are part of no build. */
  withDrafts: boolean;
  /** Called after each text. */
  progress?: (done: number, total: number) => void;
}

/**
 * Compiles every text once: reads it, decides with its ledger which id stands on which block, and makes the
 * document. Nothing is written but the cache.
 */
export async function compileLibrary(sources: Sources, options: LibraryOptions): Promise<Library> {
  const { compiler, language, withDrafts, progress } = options;
  const problems: Problem[] = [];
  const shown = sources.essays.filter(({ metadata }) => withDrafts || !metadata.draft);
  const total = shown.length + sources.pages.length;
  let done = 0;
  const languageOf = ({ metadata }: Source<{ language?: string | undefined }>) =>
    metadata.language ?? language;

  const found = new Map<string, FoundBlocks>();
  for (const source of shown) {
    const read = await compiler.blocks(source, languageOf(source));
    problems.push(...read.problems);
    found.set(source.slug, read.found);
  }
  const ledgers = loadLedgers(sources, found);
  problems.push(...ledgerProblems(ledgers));

  const essays: CompiledText<Frontmatter>[] = [];
  for (const source of shown) {
    const ids = ledgers.idsOf(source.slug);
    if (!ids) continue; // its ledger cannot be read
    const text = await compiler.document(source, source.metadata, languageOf(source), ids);
    problems.push(...text.problems, ...keywordProblems(text));
    essays.push(text);
    progress?.(++done, total);
  }
  const pages: CompiledText<PageMetadata>[] = [];
  for (const source of sources.pages) {
    const { found: blocks } = await compiler.blocks(source, language);
    const text = await compiler.document(source, source.metadata, language, ledgers.idsOfPage(blocks));
    problems.push(...text.problems);
    pages.push(text);
    progress?.(++done, total);
  }
  essays.sort((a, b) => byDate({ ...a.metadata, slug: a.slug }, { ...b.metadata, slug: b.slug }));
  const drafts = sources.essays.filter(({ metadata }) => metadata.draft).map(({ slug }) => slug);
  return {
    essays,
    pages,
    drafts: withDrafts ? [] : drafts,
    formerAddresses: formerAddresses(ledgers.byFolder(), essays),
    ledgers,
    problems: distinct(problems),
  };
}

/** A mistake that both halves of compiling saw is one mistake. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()];
}
