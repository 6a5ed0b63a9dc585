import type { FoundBlocks } from '../document/found-blocks.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import { type Problem, problem } from '../document/problem.ts';
import type { StoredHistory } from './dropped-anchors.ts';
import { type History, loadHistory } from './git-history.ts';
import { ledgerPath } from './ledger-file.ts';
import { type LedgerState, loadLedger, loadOrphanedLedger, type PublishedSource } from './load-ledger.ts';
import { committedList, type PublishedList, publishedListPath, readPublishedList } from './published-list.ts';
import type { Resolve } from './resolve.ts';
import type { RecordOfTranslation, TranslationText } from './translation/translation-text.ts';

/** Everything that was ever published: what the ledgers have, and what they should have. */
export interface LedgerStates {
  /** Published essays. */
  current: LedgerState[];
  /** Ledgers without an essay. */
  orphaned: LedgerState[];
  list: PublishedList;
  history: History | null;
  /** Ledgers that cannot be read; commands need all of them. */
  unreadable: Problem[];
  /** Essays that use a previous slug of another essay. */
  slugConflicts: Problem[];
  /** False where a text could not be read: it may be the one that seems to be missing. */
  hasAllTexts: boolean;
  /** The translations that have a text. */
  translations: readonly TranslationText[];
  /** The records of translations that have a file. */
  records: readonly RecordOfTranslation[];
}

/** The texts whose ledgers are loaded. */
export interface LedgerSources {
  /** Every essay that has a text. */
  slugs: readonly string[];
  /** Those whose ledgers will be loaded; all of them by default. */
  changed?: readonly string[];
  /** Slugs of the folders that have only a ledger. */
  orphanedLedgers: readonly string[];
  /** False where a text could not be read. */
  hasAllTexts: boolean;
  translations?: readonly TranslationText[];
  records?: readonly RecordOfTranslation[];
  /** `resolve`, or one that remembers. */
  resolve: Resolve;
  /** What is known of the commits before the last ones. */
  stored?: StoredHistory;
}

/** Loads the ledgers of a library one by one, as its texts are parsed. */
export interface LedgerLoader {
  /**
   * @param comments ids of the comments on the essay
   * @returns null for a draft, and for an essay whose ledger cannot be read
   */
  load(
    source: PublishedSource & { metadata: Frontmatter },
    found: FoundBlocks,
    comments: readonly string[],
  ): LedgerState | null;
  /** Called for an essay whose text cannot be parsed: where its ids lead cannot be known. */
  skip(): void;
  /**
   * The states of all loaded ledgers and of the orphaned ones.
   * @param unchanged states of an earlier loading that are still valid
   */
  finish(unchanged?: readonly LedgerState[]): LedgerStates;
}

/** Reads the list of published essays, and what was committed with a few git processes. Nothing is written. */
export function ledgerLoader(sources: LedgerSources): LedgerLoader {
  const stored = readPublishedList();
  if ('message' in stored) return loaderWithoutList(stored, sources);
  const history = loadHistory([publishedListPath, ...ledgerPaths(stored, sources)], sources.stored);
  const list = committedList(stored, history);
  const states = emptyStates(list, history, sources);
  return {
    load(source, found, comments) {
      const state = loadLedger(source, found, comments, list.published, history, sources.resolve);
      if (state === 'draft') return null;
      return add(state, states.current);
    },
    skip() {
      states.hasAllTexts = false;
    },
    finish(unchanged = []) {
      states.current.push(...unchanged);
      states.current.sort((a, b) => (a.source.slug < b.source.slug ? -1 : 1));
      for (const slug of sources.orphanedLedgers)
        add(loadOrphanedLedger(slug, list.published, history), states.orphaned);
      states.slugConflicts.push(...findSlugConflicts(states));
      return states;
    },
  };

  function add(state: LedgerState | Problem, to: LedgerState[]): LedgerState | null {
    if ('message' in state) {
      states.unreadable.push(state);
      return null;
    }
    to.push(state);
    return state;
  }
}

/** Without the list no essay can be checked. */
function loaderWithoutList(unreadable: Problem, sources: LedgerSources): LedgerLoader {
  const list = { file: unreadable.file, storedText: '', published: new Map() };
  const states = { ...emptyStates(list, null, sources), unreadable: [unreadable] };
  return { load: () => null, skip: () => {}, finish: () => states };
}

function emptyStates(
  list: PublishedList,
  history: History | null,
  { hasAllTexts, translations = [], records = [] }: LedgerSources,
): LedgerStates {
  const none = { current: [], orphaned: [], unreadable: [], slugConflicts: [] };
  return { ...none, list, history, hasAllTexts, translations, records };
}

/** The ledgers that will be looked up in git: of changed texts, of folders without a text, of missing essays. */
function ledgerPaths(
  { published }: PublishedList,
  { slugs, changed = slugs, orphanedLedgers }: LedgerSources,
): string[] {
  const withText = new Set(slugs);
  const missing = [...published.keys()].filter((slug) => !withText.has(slug));
  return [...new Set([...changed, ...orphanedLedgers, ...missing])].map(ledgerPath);
}

/** The slug of a published essay cannot become the slug of another. */
function findSlugConflicts({ current, orphaned }: LedgerStates): Problem[] {
  const bySlug = new Map(current.map((state) => [state.source.slug, state]));
  return [...current, ...orphaned].flatMap(({ file, resolution: { ledger } }) =>
    ledger.previousSlugs.flatMap((slug): Problem[] => {
      const other = bySlug.get(slug);
      if (!other) return [];
      other.resolution.conflicts = []; // all of them have this one cause
      other.updatedText = other.storedText;
      const folder = file.replace('/anchors.json', '');
      return [problem('anchors/slug-in-use', { slug, folder }, { file: other.source.file })];
    }),
  );
}
