import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../document/problem.ts';
import { contentFolder } from '../paths.ts';
import type { History } from './git-history.ts';
import { type LedgerState, shown } from './load-ledger.ts';
import { type PublishedEssays, parsePublished, publishedText } from './published-essays.ts';

/** The list of every essay that was ever published: it notices when a whole one goes. */
export interface PublishedList {
  /** Path from the repository's top. */
  file: string;
  /** The file as it is; empty where there is none. */
  before: string;
  /** Titles by slug, of what others may have linked to. */
  published: PublishedEssays;
}

export const publishedListPath = join(contentFolder, 'published.json');

/**
 * Reads the list. Nothing is written.
 * @returns the list as it is on the disk; `committedList` says what of it others have seen
 */
export function readPublishedList(): PublishedList | Problem {
  const file = shown(publishedListPath);
  const before = existsSync(publishedListPath)
    ? readFileSync(publishedListPath, 'utf8').replaceAll('\r\n', '\n')
    : '';
  const read = before === '' ? new Map<string, string>() : parsePublished(before);
  if ('message' in read)
    return { file, line: read.line, message: `The list of published essays ${read.message}.` };
  return { file, before, published: read };
}

/** The list with the essays that others have seen: those of every committed side, or all of them without git. */
export function committedList(list: PublishedList, history: History | null): PublishedList {
  const committed = history?.texts(publishedListPath)?.map(parsePublished);
  const sides = committed?.flatMap((side) => ('message' in side ? [] : [side])) ?? [list.published];
  return { ...list, published: new Map(sides.toReversed().flatMap((side) => [...side])) };
}

/** The list's file as it should be, with the essays that stand today. */
export function listText({ published }: PublishedList, current: readonly LedgerState[]): string {
  return publishedText(new Map([...published, ...current.map(titled)]));
}

function titled({ source, title }: LedgerState): [string, string] {
  return [source.slug, title];
}
