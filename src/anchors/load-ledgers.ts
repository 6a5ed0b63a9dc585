import type { FoundBlocks } from '../document/found-blocks.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import type { Problem } from '../document/problem.ts';
import { type History, loadHistory } from './git-history.ts';
import {
  type LedgerState,
  ledgerPath,
  loadLedger,
  loadOrphanedLedger,
  type PublishedSource,
} from './load-ledger.ts';
import { committedList, type PublishedList, publishedListPath, readPublishedList } from './published-list.ts';

/** Everything that was ever published, as the ledgers have it and as the texts say it should be. */
export interface LedgerStates {
  /** Published essays. */
  current: LedgerState[];
  /** Essays of which only the ledger is left. */
  orphaned: LedgerState[];
  list: PublishedList;
  history: History | null;
  /** Texts and ledgers that cannot be read; nothing can be done before they are mended. */
  unreadable: Problem[];
  /** Essays at another's former address. */
  slugConflicts: Problem[];
  /** False where a text could not be read: then none can be said to be missing. */
  hasAllTexts: boolean;
}

/** The texts whose ledgers are loaded. */
export interface LedgerSources {
  /** Every essay that has a text. */
  slugs: readonly string[];
  /** Those whose ledgers will be loaded; all of them where this is missing. */
  changed?: readonly string[];
  /** Slugs of the folders that hold only a ledger. */
  orphanedLedgers: readonly string[];
  /** False where a text could not be read, which may be the one that seems to be missing. */
  hasAllTexts: boolean;
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
  /** Passes over an essay whose text cannot be parsed: what became of its ids cannot be known. */
  skip(): void;
  /**
   * All that were loaded, and those without a text.
   * @param unchanged states of an earlier loading that still hold
   */
  finish(unchanged?: readonly LedgerState[]): LedgerStates;
}

/** Reads the list of published essays, and from git in one process what was committed. Nothing is written. */
export function ledgerLoader({
  slugs,
  changed = slugs,
  orphanedLedgers,
  hasAllTexts,
}: LedgerSources): LedgerLoader {
  const stored = readPublishedList();
  const withText = new Set(slugs);
  const listed = 'message' in stored ? [] : [...stored.published.keys()];
  const missing = listed.filter((slug) => !withText.has(slug));
  const asked = new Set([...changed, ...orphanedLedgers, ...missing]);
  const history = loadHistory([publishedListPath, ...[...asked].map(ledgerPath)]);
  const isReadable = !('message' in stored);
  const list = isReadable
    ? committedList(stored, history)
    : { file: stored.file, before: '', published: new Map<string, string>() };
  const states: LedgerStates = {
    current: [],
    orphaned: [],
    list,
    history,
    unreadable: isReadable ? [] : [stored],
    slugConflicts: [],
    hasAllTexts,
  };
  return {
    skip() {
      states.hasAllTexts = false;
    },
    load(source, found, comments) {
      if (!isReadable) return null;
      const read = loadLedger(source, found, comments, list.published, history);
      if (read === 'draft') return null;
      if ('message' in read) {
        states.unreadable.push(read);
        return null;
      }
      states.current.push(read);
      return read;
    },
    finish(unchanged = []) {
      if (!isReadable) return states;
      states.current.push(...unchanged);
      states.current.sort((a, b) => (a.source.slug < b.source.slug ? -1 : 1));
      for (const slug of orphanedLedgers) {
        const read = loadOrphanedLedger(slug, list.published, history);
        if ('message' in read) states.unreadable.push(read);
        else states.orphaned.push(read);
      }
      states.slugConflicts.push(...slugConflictsIn(states));
      return states;
    },
  };
}

/** An address under which one essay was published may not become another's. */
function slugConflictsIn({ current, orphaned }: LedgerStates): Problem[] {
  const bySlug = new Map(current.map((one) => [one.source.slug, one]));
  return [...current, ...orphaned].flatMap(({ file, resolution: { ledger } }) =>
    ledger.formerly.flatMap((slug): Problem[] => {
      const other = bySlug.get(slug);
      if (!other) return [];
      other.resolution.faults = []; // they all come of this
      other.after = other.before;
      const message = `The essay in ${file.replace('/anchors.json', '')} was published under the slug \`${slug}\` before. Give this folder another name.`;
      return [{ file: other.source.file, line: 0, message }];
    }),
  );
}
