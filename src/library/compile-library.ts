import { type CurrentEssay, type FormerAddress, formerAddresses } from '../anchors/former-address.ts';
import type { Ledger } from '../anchors/ledger.ts';
import { ledgerProblems } from '../anchors/ledger-problems.ts';
import type { LedgerStates } from '../anchors/load-ledgers.ts';
import { newIds } from '../anchors/new-ids.ts';
import type { StaleFile } from '../anchors/stale-files.ts';
import type { WaitingComments } from '../comments/waiting-comments.ts';
import type { Sources } from '../compile/read-sources.ts';
import type { Source } from '../compile/text-reader.ts';
import { essayAddress } from '../document/address.ts';
import { byDate } from '../document/essay.ts';
import { noBlocks } from '../document/found-blocks.ts';
import type { Frontmatter, PageMetadata } from '../document/frontmatter.ts';
import type { Problem } from '../document/problem.ts';
import { aliasProblems } from './alias-problems.ts';
import { changedDates } from './changed-dates.ts';
import { ledgersOf, loadOnlyLedger } from './compile-ledgers.ts';
import {
  type CompiledTranslation,
  compileTranslations,
  type TranslatedEssay,
} from './compile-translations.ts';
import { keywordProblems } from './keyword-problems.ts';
import { compileEssay, isSame, type KnownEssay } from './known-essay.ts';
import type { CompiledText, TextCompiler } from './text-compiler.ts';
import { unfinishedProblems } from './unfinished-problems.ts';

/** Every text of the site, compiled, and what became of every id that was published. */
export interface Library {
  /** Newest first. Drafts are among them only where they were asked for. */
  essays: CompiledText<Frontmatter>[];
  /** By name. */
  pages: CompiledText<PageMetadata>[];
  /** Slugs of essays and translations that were left out because they are drafts. */
  drafts: string[];
  /** Slugs of essays that were left out because their day has not come. */
  heldBack: string[];
  /** Addresses at which essays were published and where none is today. */
  formerAddresses: FormerAddress[];
  /** Translations of those essays. */
  translations: CompiledTranslation[];
  /** Records of translations that are not as they should be. */
  staleRecords: StaleFile[];
  ledgers: LedgerStates;
  /** What else is wrong with texts whose frontmatter has a mistake. */
  unfinished: Problem[];
  /** Everything that stops a build, unsorted. */
  problems: Problem[];
  /** What an author should look at, and what stops nothing. */
  warnings: Problem[];
}

export interface LibraryOptions {
  compiler: TextCompiler;
  /** The language of a page. */
  language: string;
  /** Drafts are shown while writing and are part of no build. */
  withDrafts: boolean;
  /** Slugs of essays whose day has not come: they have ledgers, so that their links stand from the first day, and no pages. */
  heldBack?: ReadonlySet<string>;
  /** Comments that wait for approval, which only the writing server shows. */
  waiting?: WaitingComments;
  /** Essays that were compiled before, by slug: those whose files are as they were are taken from here. Filled anew. */
  known?: Map<string, KnownEssay>;
  /** Called after each text. */
  progress?: (done: number, total: number) => void;
}

/**
 * Compiles every text once: reads it, decides with its ledger which block has which id, and makes the
 * document. Nothing is written but the cache.
 */
export async function compileLibrary(sources: Sources, options: LibraryOptions): Promise<Library> {
  const {
    compiler,
    language,
    withDrafts,
    heldBack = new Set<string>(),
    waiting,
    known = new Map<string, KnownEssay>(),
    progress,
  } = options;
  const isDraft = ({ metadata }: Source<Frontmatter>) => !withDrafts && metadata.draft;
  const isShown = (source: Source<Frontmatter>) => !isDraft(source) && !heldBack.has(source.slug);
  const same = new Map<string, KnownEssay>();
  for (const source of sources.essays) {
    const before = known.get(source.slug);
    if (before && isSame(source, before)) same.set(source.slug, before);
  }
  known.clear();
  const ledgers = ledgersOf(sources, compiler, same);
  const problems: Problem[] = [];
  const total = sources.essays.filter(isShown).length + sources.pages.length;
  for (const source of sources.essays) {
    if (isDraft(source)) ledgers.load(source, noBlocks, []);
    else if (!isShown(source)) problems.push(...(await loadOnlyLedger(source, ledgers, compiler)));
    else
      known.set(
        source.slug,
        same.get(source.slug) ??
          (await compileEssay(source, ledgers, compiler, waiting?.bySlug.get(source.slug) ?? [])),
      );
    progress?.(known.size, total);
  }
  const states = ledgers.finish([...same.values()].flatMap(({ state }) => state ?? []));
  const { translations, ...ofTranslations } = await compileTranslations(
    sources.translations,
    withHeldBack(sources, known, heldBack, states),
    compiler,
    isShown,
  );
  const pages: CompiledText<PageMetadata>[] = [];
  for (const source of sources.pages) {
    const { found } = await compiler.blocks(source, language);
    pages.push(await compiler.document(source, source.metadata, language, newIds(found ?? noBlocks)));
    progress?.(known.size + pages.length, total);
  }
  const unfinished: Problem[] = [];
  for (const source of sources.unfinished) {
    const { found } = await compiler.blocks(source, language);
    const { problems: own } = await compiler.document(source, {}, language, newIds(found ?? noBlocks));
    unfinished.push(...own);
  }
  const essays = [...known.values()].map(({ text }) => text);
  essays.sort((a, b) => byDate({ ...a.metadata, slug: a.slug }, { ...b.metadata, slug: b.slug }));
  const published = essays.filter(({ metadata }) => !metadata.draft);
  const former = formerAddresses(byFolder(states), published.map(currentEssay));
  const addresses = new Map([
    ...pages.map(({ slug }): [string, string] => [`/${slug}/`, `the page \`${slug}\``]),
    ...former.map(({ slug, title }): [string, string] => [
      essayAddress(slug),
      `“${title}”, published there before`,
    ]),
  ]);
  return {
    essays,
    pages,
    drafts: [...sources.essays, ...sources.translations].filter(isDraft).map(({ slug }) => slug),
    heldBack: [...heldBack].filter((slug) => !slug.includes('/')), // a translation is no essay of its own
    formerAddresses: former,
    translations,
    staleRecords: ofTranslations.staleRecords,
    ledgers: states,
    warnings: [
      ...sources.leftOut,
      ...changedDates(
        states.current,
        new Map(published.map(({ slug, metadata }) => [slug, metadata.published])),
      ),
    ],
    unfinished,
    problems: [
      ...problems,
      ...ofTranslations.problems,
      ...unfinished,
      ...[...essays, ...pages].flatMap(({ problems }) => problems),
      ...[...essays, ...translations].flatMap(keywordProblems),
      ...[...essays, ...translations].flatMap(unfinishedProblems),
      ...aliasProblems([...essays, ...translations], addresses),
      ...(waiting?.problems ?? []),
      ...states.unreadable,
      ...ledgerProblems(states),
    ],
  };
}

/** The essays that are shown, and those that are held back with their ledgers, by slug. */
function withHeldBack(
  { essays }: Sources,
  shown: ReadonlyMap<string, TranslatedEssay>,
  heldBack: ReadonlySet<string>,
  { current }: LedgerStates,
): Map<string, TranslatedEssay> {
  const states = new Map(current.map((state) => [state.source.slug, state]));
  const held = essays.filter(({ slug }) => heldBack.has(slug));
  return new Map([
    ...shown,
    ...held.flatMap((source): [string, TranslatedEssay][] => {
      const state = states.get(source.slug);
      return state ? [[source.slug, { source, state }]] : [];
    }),
  ]);
}

/** The ledgers as they should be, by the folder they are in. */
function byFolder({ current, orphaned }: LedgerStates): Map<string, Ledger> {
  return new Map([...current, ...orphaned].map(({ source, resolution }) => [source.slug, resolution.ledger]));
}

/** What a page at a former address says about an essay. */
export function currentEssay({ slug, metadata }: CompiledText<Frontmatter>): CurrentEssay {
  const { title, description, language, canonical } = metadata;
  return { slug, title, description, language, canonical };
}
