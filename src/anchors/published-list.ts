import { join } from 'node:path';
import { type Problem, problem } from '../document/problem.ts';
import { contentFolder } from '../paths.ts';
import type { History } from './git-history.ts';
import { pathFromRoot, readText } from './ledger-file.ts';
import type { LedgerState } from './load-ledger.ts';
import { type PublishedEssays, parsePublished, publishedText } from './published-essays.ts';

/** The list of every essay that was ever published. It shows when a whole essay is missing. */
export interface PublishedList {
  /** Path from the repository's top. */
  file: string;
  /** The file as it is; empty where there is none. */
  storedText: string;
  /** Titles by slug. */
  published: PublishedEssays;
}

export const publishedListPath = join(contentFolder, 'published.json');

/** Reads the list as it is on the disk. Nothing is written. */
export function readPublishedList(): PublishedList | Problem {
  const file = pathFromRoot(publishedListPath);
  const storedText = readText(publishedListPath);
  const read = storedText === '' ? new Map<string, string>() : parsePublished(storedText);
  if ('message' in read)
    return problem('anchors/unreadable-list', { reason: read.message }, { file, line: read.line });
  return { file, storedText, published: read };
}

/** The list with what others have seen: the essays of every committed side, or all of them without git. */
export function committedList(list: PublishedList, history: History | null): PublishedList {
  const committed = history?.texts(publishedListPath)?.map(parsePublished);
  const sides = committed?.flatMap((side) => ('message' in side ? [] : [side])) ?? [list.published];
  return { ...list, published: new Map(sides.toReversed().flatMap((side) => [...side])) };
}

/** The list's file as it should be, with the essays that are published now. */
export function updatedListText({ published }: PublishedList, essays: readonly LedgerState[]): string {
  const current = essays.map(({ source, title }): [string, string] => [source.slug, title]);
  return publishedText(new Map([...published, ...current]));
}
