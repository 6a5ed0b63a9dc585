import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { FoundBlocks } from '../document/found-blocks.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import type { Problem } from '../document/problem.ts';
import { essaysFolder, root } from '../paths.ts';
import type { History } from './git-history.ts';
import { addressed, commented, emptyLedger, type Ledger, ledgerText, parseLedger } from './ledger.ts';
import type { PublishedEssays } from './published-essays.ts';
import { type Resolution, resolve, type Version } from './resolve.ts';

/** A text that was published, or is to be. */
export interface PublishedSource {
  slug: string;
  /** Path from the repository's top. */
  file: string;
  text: string;
}

/** An essay with its ledger as it is and as it should be. */
export interface LedgerState {
  /** The essay; of one that is gone, the slug it had and the file of its ledger. */
  source: PublishedSource;
  title: string;
  /** Path of the ledger from the repository's top. */
  file: string;
  /** The ledger's file as it is; empty where there is none. */
  before: string;
  /** The same, read, with what is published and missing in it. */
  ledger: Ledger;
  /** The comments that the file names. */
  recorded: readonly string[];
  version: Version;
  found: FoundBlocks;
  resolution: Resolution;
  /** The ledger's file as it should be. */
  after: string;
}

/** Where the ledger of an essay stands. */
export function ledgerPath(slug: string): string {
  return join(essaysFolder, slug, 'anchors.json');
}

/** A path as authors know it, from the repository's top. */
export function shown(path: string): string {
  return relative(root, path).replaceAll('\\', '/');
}

/**
 * Reads an essay and its ledger and resolves the one with the other. Nothing is written.
 * @param comments ids of the comments on the essay
 * @param published every essay that was published before
 * @returns `draft` where there is nothing to keep; a problem where the essay or its ledger cannot be read
 */
export function loadLedger(
  source: PublishedSource & { metadata: Frontmatter },
  found: FoundBlocks,
  comments: readonly string[],
  published: PublishedEssays,
  history: History | null,
): LedgerState | Problem | 'draft' {
  const { metadata } = source;
  const read = readLedger(source.slug);
  if ('message' in read) return read;
  const { file, before } = read;
  const committed = committedOf(source.slug, read.ledger, published, history);
  const whole = withCommitted(read.ledger, committed);
  if (metadata.draft) {
    const isPublished = committed !== null && whole.anchors.length > 0;
    if (!isPublished && !published.has(source.slug)) return 'draft';
    const message =
      'This essay is published and is now a draft: every link to it would break. Take `draft: true` away.';
    return { file: source.file, line: lineOf(source.text, /^draft:/), message };
  }
  const { title: _, to: __, retired: ___, ...current } = whole;
  const ledger = commented(addressed(current, source.slug, committed), committed, comments);
  const recorded = read.ledger.comments ?? [];
  const version = {
    ...versionOf(ledger, committed),
    day: metadata.updated ?? metadata.published,
    usedIds: found.usedIds,
  };
  const resolution = resolve(found.blocks, ledger, version);
  const after = ledgerText(resolution.ledger);
  return { source, title: metadata.title, file, before, ledger, recorded, version, found, resolution, after };
}

/** Reads the ledger of an essay whose text is gone. Every id in it is in question as long as it says nothing else. */
export function loadOrphanedLedger(
  slug: string,
  published: PublishedEssays,
  history: History | null,
): LedgerState | Problem {
  const read = readLedger(slug);
  if ('message' in read) return read;
  const { file, before } = read;
  const committed = committedOf(slug, read.ledger, published, history);
  if (committed === null) {
    const message =
      'This folder has no essay, only the ledger of one that was never published. Add `index.mdx` (or `index.md`), or remove the folder.';
    return { file, line: 0, message };
  }
  const recorded = read.ledger.comments ?? [];
  const ledger = commented(
    addressed(withCommitted(read.ledger, committed), slug, committed),
    committed,
    recorded,
  );
  const found: FoundBlocks = { blocks: [], lines: [], usedIds: [] };
  const version = { ...versionOf(ledger, committed), day: '' };
  const resolved = resolve([], ledger, version);
  const settled = ledger.to !== undefined || ledger.retired !== undefined;
  const resolution = settled ? { ...resolved, faults: [] } : resolved;
  const source: PublishedSource = { slug, file, text: '' };
  const title = ledger.title ?? slug;
  const after = ledgerText(resolution.ledger);
  return { source, title, file, before, ledger, recorded, version, found, resolution, after };
}

/** The ledger's file with the line ends that this site writes; empty where there is none. */
export function readLedgerText(slug: string): string {
  const path = ledgerPath(slug);
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : '';
}

/** The ledger's file and what it says. */
function readLedger(slug: string): { file: string; before: string; ledger: Ledger } | Problem {
  const file = shown(ledgerPath(slug));
  const before = readLedgerText(slug);
  const ledger = before === '' ? emptyLedger(slug) : parseLedger(before);
  if ('message' in ledger) return { file, line: ledger.line, message: `The ledger ${ledger.message}.` };
  return { file, before, ledger };
}

/**
 * The ledger of an essay as it was committed: in its folder, or in the one it had before it was renamed.
 * @returns `null` where nothing was; `undefined` where everything in the file must be taken as published
 */
function committedOf(
  slug: string,
  ledger: Ledger,
  published: PublishedEssays,
  history: History | null,
): Ledger | null | undefined {
  if (isCopy(slug, ledger)) return null;
  if (history === null) return undefined;
  for (const one of new Set([slug, ledger.slug, ...ledger.formerly])) {
    const texts = history.texts(ledgerPath(one));
    if (texts === undefined) return undefined;
    if (texts.length === 0 && published.has(one)) {
      const last = history.last(ledgerPath(one));
      if (!last) return undefined;
      texts.push(last.text);
    }
    const read = texts.map(parseLedger).flatMap((side) => ('message' in side ? [] : [side]));
    if (texts.length > 0 && read.length === 0) return undefined;
    const [first, ...others] = read;
    if (first) return others.reduce(withCommitted, first);
  }
  return null;
}

/** The folder of another essay, copied to begin this one: nobody has seen the copy. */
function isCopy(slug: string, ledger: Ledger): boolean {
  if (ledger.slug === slug) return false;
  const other = readLedger(ledger.slug);
  return 'ledger' in other && other.before !== '' && other.ledger.slug === ledger.slug;
}

/** Anchors that were committed and then taken out of the file by hand come back: they may go by a command only. */
function withCommitted(ledger: Ledger, committed: Ledger | null | undefined): Ledger {
  if (!committed) return ledger;
  const known = new Set(ledger.anchors.map((one) => one.id));
  const anchors = [...ledger.anchors];
  committed.anchors.forEach((one, index) => {
    if (known.has(one.id)) return;
    const before = committed.anchors.slice(0, index).findLast((other) => known.has(other.id))?.id;
    anchors.splice(anchors.findIndex((other) => other.id === before) + 1, 0, one);
    known.add(one.id);
  });
  const comments = new Set([...(ledger.comments ?? []), ...(committed.comments ?? [])]);
  return { ...ledger, ...(comments.size > 0 ? { comments: [...comments].sort() } : {}), anchors };
}

/** Which ids nobody has seen yet. */
function versionOf(ledger: Ledger, committed: Ledger | null | undefined): Pick<Version, 'unpublished'> {
  if (committed === undefined) return {};
  const seen = new Set(committed?.anchors.map((one) => one.id));
  return { unpublished: new Set(ledger.anchors.map((one) => one.id).filter((id) => !seen.has(id))) };
}

function lineOf(text: string, words: RegExp): number {
  return text.split('\n').findIndex((line) => words.test(line)) + 1;
}
