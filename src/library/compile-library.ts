import { type CurrentEssay, type FormerAddress, formerAddresses } from '../anchors/former-address.ts';
import { emptyLedger, type Ledger } from '../anchors/ledger.ts';
import { type LedgerStates, ledgerLoader } from '../anchors/load-ledgers.ts';
import { resolve } from '../anchors/resolve.ts';
import { ledgerProblems } from '../anchors/update-ledgers.ts';
import type { Sources } from '../compile/read-sources.ts';
import type { BlockIds } from '../document/block-ids.ts';
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
  const drafts = sources.essays.filter(({ metadata }) => metadata.draft).map(({ slug }) => slug);
  const total = sources.essays.length - (withDrafts ? 0 : drafts.length) + sources.pages.length;
  let done = 0;

  const ledgers = ledgerLoader(sources);
  const essays: CompiledText<Frontmatter>[] = [];
  for (const source of sources.essays) {
    if (source.metadata.draft && !withDrafts) {
      ledgers.load(source, noBlocks);
      continue;
    }
    const { language } = source.metadata;
    const { found } = await compiler.blocks(source, language);
    const ids = ledgers.load(source, found)?.resolution ?? newIds(found);
    const text = await compiler.document(source, source.metadata, language, ids);
    problems.push(...text.problems, ...keywordProblems(text));
    essays.push(text);
    progress?.(++done, total);
  }
  const states = ledgers.finish();
  problems.push(...states.unreadable, ...ledgerProblems(states));
  const pages: CompiledText<PageMetadata>[] = [];
  for (const source of sources.pages) {
    const { found: blocks } = await compiler.blocks(source, language);
    const text = await compiler.document(source, source.metadata, language, newIds(blocks));
    problems.push(...text.problems);
    pages.push(text);
    progress?.(++done, total);
  }
  essays.sort((a, b) => byDate({ ...a.metadata, slug: a.slug }, { ...b.metadata, slug: b.slug }));
  return {
    essays,
    pages,
    drafts: withDrafts ? [] : drafts,
    formerAddresses: formerAddresses(
      byFolder(states),
      essays.filter(({ metadata }) => !metadata.draft).map(currentEssay),
    ),
    ledgers: states,
    problems: distinct(problems),
  };
}

/** The ledgers of all published essays, without making documents; mistakes in texts that ids do not depend on stay unseen. */
export async function compileLedgers(
  sources: Sources,
  compiler: TextCompiler,
): Promise<{ ledgers: LedgerStates; problems: Problem[] }> {
  const ledgers = ledgerLoader(sources);
  const problems: Problem[] = [];
  for (const source of sources.essays) {
    const read = source.metadata.draft ? null : await compiler.blocks(source, source.metadata.language);
    if (read) problems.push(...read.problems);
    ledgers.load(source, read?.found ?? noBlocks);
  }
  return { ledgers: ledgers.finish(), problems };
}

const noBlocks: FoundBlocks = { blocks: [], lines: [], usedIds: [] };

/** The ids of a text that nobody has seen yet. */
function newIds({ blocks, usedIds }: FoundBlocks): BlockIds {
  return resolve(blocks, emptyLedger(''), { day: '', usedIds });
}

/** The ledgers as they should be, by the folder they are in. */
function byFolder({ current, orphaned }: LedgerStates): Map<string, Ledger> {
  return new Map([...current, ...orphaned].map(({ source, resolution }) => [source.slug, resolution.ledger]));
}

function currentEssay({ slug, metadata }: CompiledText<Frontmatter>): CurrentEssay {
  const { title, description, language, canonical } = metadata;
  return { slug, title, description, language, canonical };
}

/** A mistake that both halves of compiling saw is one mistake. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()];
}
