import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve as toPath } from 'node:path';
import { parse } from 'yaml';
import { type Frontmatter, frontmatterSchema } from '../essay/frontmatter.ts';
import { emptyLedger, type Ledger, ledgerText, parseLedger } from '../essay/ledger.ts';
import type { Problem } from '../essay/problem.ts';
import { type Resolution, resolve, type Version } from '../essay/resolve.ts';
import type { FoundBlocks } from '../markdown/anchors.ts';
import { readBlocks } from '../markdown/read-blocks.ts';
import { root } from '../places.ts';
import { site } from '../site.ts';
import type { Source } from '../sources/check-sources.ts';
import { words } from '../words.ts';
import { committedLedger } from './published.ts';

/** A published essay with its ledger as it is and as it should be. */
export interface OpenLedger {
  source: Source;
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

/**
 * Reads an essay and its ledger and resolves the one with the other. Nothing is written.
 * @returns null where there is nothing to keep: a draft, or a text that the compiler will complain about itself
 */
export async function openLedger(source: Source): Promise<OpenLedger | Problem | null> {
  const text = toPath(root, source.file);
  const path = join(dirname(text), 'anchors.json');
  const file = relative(root, path).replaceAll('\\', '/');
  const frontmatter = frontmatterOf(source.text);
  if (!frontmatter) return null;
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const read = before === '' ? emptyLedger(source.slug) : parseLedger(before);
  if (typeof read === 'string') return { file, line: 0, message: `The ledger ${read}.` };
  const committed = committedLedger(path);
  if (frontmatter.draft) {
    if (committed === null || read.anchors.length === 0) return null;
    const message =
      'This essay is published and is now a draft: every link to it would break. Take `draft: true` away.';
    return { file: source.file, line: 2, message };
  }
  const found = await readBlocks(text, source.text, { words, citationStyle: site.citations }).catch(
    () => null,
  );
  if (!found) return null;
  const ledger = addressed(withCommitted(read, committed), source.slug, committed);
  const isCommitted = new Set(committed?.anchors.map((one) => one.id));
  const unpublished =
    committed === undefined ? [] : ledger.anchors.map((one) => one.id).filter((id) => !isCommitted.has(id));
  const version: Version = {
    day: frontmatter.updated ?? frontmatter.published,
    unpublished: new Set(unpublished),
    taken: found.taken,
  };
  const resolution = resolve(found.blocks, ledger, version);
  return { source, file, before, ledger, version, found, resolution, after: ledgerText(resolution.ledger) };
}

/** Anchors that were committed and then taken out of the file by hand come back: they may go by a command only. */
function withCommitted(ledger: Ledger, committed: Ledger | null | undefined): Ledger {
  if (!committed) return ledger;
  const known = new Set(ledger.anchors.map((one) => one.id));
  const missing = committed.anchors.filter((one) => !known.has(one.id));
  return missing.length === 0 ? ledger : { ...ledger, anchors: [...ledger.anchors, ...missing] };
}

/** Writes down the address under which the essay stands, and those under which it was published before. */
function addressed(ledger: Ledger, slug: string, committed: Ledger | null | undefined): Ledger {
  const before = committed === null ? [] : [...ledger.formerly, ledger.slug, ...(committed?.formerly ?? [])];
  if (committed) before.push(committed.slug);
  const formerly = [...new Set(before)].filter((one) => one !== slug).sort();
  return { ...ledger, slug, formerly };
}

function frontmatterOf(source: string): Frontmatter | null {
  const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\n---[ \t]*(?:\r?\n|$)/.exec(source)?.[1];
  const result = frontmatterSchema.safeParse(block === undefined ? null : parse(block));
  return result.success ? result.data : null;
}
