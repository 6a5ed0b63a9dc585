import { type FoundBlocks, noBlocks } from '../document/found-blocks.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import { type Problem, problem } from '../document/problem.ts';
import { committedLedger, unpublishedIds, withCommitted } from './committed-ledger.ts';
import type { History } from './git-history.ts';
import type { Version } from './identify-blocks.ts';
import { type Ledger, ledgerText, withComments, withSlug } from './ledger.ts';
import { type LedgerFile, readLedger } from './ledger-file.ts';
import type { PublishedEssays } from './published-essays.ts';
import { type Resolution, type Resolve, resolve } from './resolve.ts';

/** A text that was published, or is to be. */
export interface PublishedSource {
  slug: string;
  /** Path from the repository's top. */
  file: string;
  text: string;
}

/** An essay with its ledger as it is and as it should be. */
export interface LedgerState {
  /** The essay; of one that was removed, the slug it had and the file of its ledger. */
  source: PublishedSource;
  title: string;
  /** Path of the ledger from the repository's top. */
  file: string;
  /** The ledger's file as it is; empty where there is none. */
  storedText: string;
  /** The same, parsed, with what was committed and the comments that are there. */
  ledger: Ledger;
  /** The comments that the file names. */
  recorded: readonly string[];
  version: Version;
  found: FoundBlocks;
  resolution: Resolution;
  /** The ledger's file as it should be. */
  updatedText: string;
}

/**
 * Reads the ledger of an essay and resolves the blocks of its text with it. Nothing is written.
 * @param comments ids of the comments on the essay
 * @param published every essay that was published before
 * @param resolveBlocks `resolve`, or one that remembers
 * @returns `draft` where no ledger is needed; a problem where the ledger cannot be read
 */
export function loadLedger(
  source: PublishedSource & { metadata: Frontmatter },
  found: FoundBlocks,
  comments: readonly string[],
  published: PublishedEssays,
  history: History | null,
  resolveBlocks: Resolve,
): LedgerState | Problem | 'draft' {
  const { slug, metadata } = source;
  const read = readLedger(slug);
  if ('message' in read) return read;
  const { file, storedText } = read;
  const committed = committedLedger(slug, read.ledger, published, history);
  const complete = withCommitted(read.ledger, committed);
  if (metadata.draft) {
    const isPublished = committed !== null && complete.anchors.length > 0;
    return isPublished || published.has(slug) ? publishedDraft(source) : 'draft';
  }
  const shortened = shortenedLedger(slug, read, published, committed === undefined ? null : history);
  if (shortened) return shortened;
  const { title: _, to: __, retired: ___, ...present } = complete;
  const ledger = withComments(withSlug(present, slug, committed), committed, comments);
  const recorded = read.ledger.comments ?? [];
  const version = {
    ...unpublishedIds(ledger, committed),
    day: metadata.updated ?? metadata.published,
    usedIds: found.usedIds,
  };
  const resolution = resolveBlocks(found.blocks, ledger, version);
  const updatedText = ledgerText(resolution.ledger);
  return {
    source,
    title: metadata.title,
    file,
    storedText,
    ledger,
    recorded,
    version,
    found,
    resolution,
    updatedText,
  };
}

/** Reads an orphaned ledger: one without an essay. Its ids are in conflict until it is redirected or retired. */
export function loadOrphanedLedger(
  slug: string,
  published: PublishedEssays,
  history: History | null,
): LedgerState | Problem {
  const read = readLedger(slug);
  if ('message' in read) return read;
  const { file, storedText } = read;
  const committed = committedLedger(slug, read.ledger, published, history);
  if (committed === null) return problem('anchors/ledger-without-essay', {}, { file });
  const shortened = shortenedLedger(slug, read, published, committed === undefined ? null : history);
  if (shortened) return shortened;
  const recorded = read.ledger.comments ?? [];
  const complete = withSlug(withCommitted(read.ledger, committed), slug, committed);
  const ledger = withComments(complete, committed, recorded);
  const version = { ...unpublishedIds(ledger, committed), day: '' };
  const resolved = resolve([], ledger, version);
  const isDecided = ledger.to !== undefined || ledger.retired !== undefined;
  const resolution = isDecided ? { ...resolved, conflicts: [] } : resolved;
  const source: PublishedSource = { slug, file, text: '' };
  const title = ledger.title ?? slug;
  const updatedText = ledgerText(resolution.ledger);
  return {
    source,
    title,
    file,
    storedText,
    ledger,
    recorded,
    version,
    found: noBlocks,
    resolution,
    updatedText,
  };
}

/** The problem of a ledger that has fewer ids than were published, where no history can give them back. */
function shortenedLedger(
  slug: string,
  { file, ledger }: LedgerFile,
  published: PublishedEssays,
  history: History | null,
): Problem | null {
  if (history?.isWhole) return null;
  const slugs = [slug, ledger.slug, ...ledger.previousSlugs];
  const counts = slugs.flatMap(
    (one) => Math.max(1, published.get(one)?.ids ?? 0) * Number(published.has(one)),
  );
  const [found, count] = [ledger.anchors.length, Math.max(0, ...counts)];
  return found < count ? problem('anchors/ids-missing', { found, count, slug }, { file }) : null;
}

function publishedDraft({ file, text }: PublishedSource): Problem {
  const line = text.split('\n').findIndex((one) => one.startsWith('draft:')) + 1;
  return problem('anchors/published-draft', {}, { file, line });
}
