import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve as toPath } from 'node:path';
import { parse } from 'yaml';
import type { FoundBlocks } from '../compile/anchors.ts';
import type { Source } from '../compile/check-sources.ts';
import { readBlocks } from '../compile/read-blocks.ts';
import { essaySchema, type Frontmatter } from '../document/frontmatter.ts';
import type { Problem } from '../document/problem.ts';
import { essaysFolder, root } from '../paths.ts';
import { site } from '../site.ts';
import { compileWords } from '../words/compile-words.ts';
import { words } from '../words/words.ts';
import type { History } from './git-history.ts';
import { addressed, emptyLedger, type Ledger, ledgerText, parseLedger } from './ledger.ts';
import type { PublishedEssays } from './published-essays.ts';
import { type Resolution, resolve, type Version } from './resolve.ts';

/** An essay with its ledger as it is and as it should be. */
export interface OpenLedger {
  /** The essay; of one that is gone, the slug it had and the file of its ledger. */
  source: Source;
  title: string;
  /** Path of the ledger from the repository's top. */
  file: string;
  /** The ledger's file as it is; empty where there is none. */
  before: string;
  /** The same, read. */
  ledger: Ledger;
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
 * @param published every essay that was published before
 * @returns `draft` where there is nothing to keep; a problem where the essay or its ledger cannot be read
 */
export async function openLedger(
  source: Source,
  published: PublishedEssays,
  history: History | null,
): Promise<OpenLedger | Problem | 'draft'> {
  const frontmatter = frontmatterOf(source.text);
  if (!frontmatter) return { file: source.file, line: 1, message: 'The frontmatter could not be read.' };
  const read = readLedger(source.slug);
  if ('message' in read) return read;
  const { file, before } = read;
  const committed = committedOf(source.slug, read.ledger, published, history);
  const whole = withCommitted(read.ledger, committed);
  if (frontmatter.draft) {
    const isPublished = committed !== null && whole.anchors.length > 0;
    if (!isPublished && !published.has(source.slug)) return 'draft';
    const message =
      'This essay is published and is now a draft: every link to it would break. Take `draft: true` away.';
    return { file: source.file, line: lineOf(source.text, /^draft:/), message };
  }
  const options = { words: compileWords(words), citationStyle: site.citations };
  const found = await readBlocks(toPath(root, source.file), source.text, options).catch(asError);
  if (found instanceof Error) return unreadable(source.file, found);
  const { title: _, to: __, retired: ___, ...standing } = whole;
  const ledger = addressed(standing, source.slug, committed);
  const version = {
    ...versionOf(ledger, committed),
    day: frontmatter.updated ?? frontmatter.published,
    taken: found.taken,
  };
  const resolution = resolve(found.blocks, ledger, version);
  const after = ledgerText(resolution.ledger);
  return { source, title: frontmatter.title, file, before, ledger, version, found, resolution, after };
}

/** Reads the ledger of an essay whose text is gone. Every id in it is in question as long as it says nothing else. */
export function openLeftLedger(
  slug: string,
  published: PublishedEssays,
  history: History | null,
): OpenLedger | Problem {
  const read = readLedger(slug);
  if ('message' in read) return read;
  const { file, before } = read;
  const committed = committedOf(slug, read.ledger, published, history);
  if (committed === null) {
    const message =
      'This folder has no essay, only the ledger of one that was never published. Add `index.mdx` (or `index.md`), or remove the folder.';
    return { file, line: 0, message };
  }
  const ledger = addressed(withCommitted(read.ledger, committed), slug, committed);
  const found: FoundBlocks = { blocks: [], lines: [], taken: [] };
  const version = { ...versionOf(ledger, committed), day: '' };
  const resolved = resolve([], ledger, version);
  const settled = ledger.to !== undefined || ledger.retired !== undefined;
  const resolution = settled ? { ...resolved, faults: [] } : resolved;
  const source: Source = { slug, file, text: '' };
  const title = ledger.title ?? slug;
  const after = ledgerText(resolution.ledger);
  return { source, title, file, before, ledger, version, found, resolution, after };
}

/** The ledger's file with the line ends that this site writes, and what it says. */
function readLedger(slug: string): { file: string; before: string; ledger: Ledger } | Problem {
  const path = ledgerPath(slug);
  const file = shown(path);
  const before = existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : '';
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
  return { ...ledger, anchors };
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

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** What the compiler says of a text, where it says it. */
function unreadable(file: string, error: Error): Problem {
  const line = 'line' in error && typeof error.line === 'number' ? error.line : 0;
  return { file, line, message: `${error.message}.` };
}

function frontmatterOf(source: string): Frontmatter | null {
  const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source)?.[1];
  const result = essaySchema(site.language).safeParse(block === undefined ? null : parse(block));
  return result.success ? result.data : null;
}
