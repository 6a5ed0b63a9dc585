import { join } from 'node:path';
import { type Problem, problem } from '../document/problem.ts';
import { contentFolder, pathFromRoot } from '../paths.ts';
import type { History } from './git-history.ts';
import { readText } from './ledger-file.ts';
import type { LedgerState } from './load-ledger.ts';
import {
  type PublishedEssay,
  type PublishedEssays,
  parsePublished,
  publishedText,
} from './published-essays.ts';
import { sampleEssay } from './sample-essay.ts';
import type { TranslationText } from './translation/translation-text.ts';

/** The list of every essay that was ever published. It shows when a whole essay is missing. */
export interface PublishedList {
  /** Path from the repository's top. */
  file: string;
  /** The file as it is; empty where there is none. */
  storedText: string;
  published: PublishedEssays;
}

export const publishedListPath = join(contentFolder, 'published.json');

/** Reads the list as it is on the disk. Nothing is written. */
export function readPublishedList(): PublishedList | Problem {
  const file = pathFromRoot(publishedListPath);
  const storedText = readText(publishedListPath);
  const read = storedText === '' ? new Map() : parsePublished(storedText);
  if ('message' in read)
    return problem('anchors/unreadable-list', { reason: read.message }, { file, line: read.line });
  return { file, storedText, published: read };
}

/**
 * The list with what others have seen: the essays of every committed side, or all of them without git, and those whose
 * ledgers are in the history.
 */
export function committedList(list: PublishedList, history: History | null): PublishedList {
  const committed = history?.texts(publishedListPath)?.map(parsePublished);
  const sides = committed?.flatMap((side) => ('message' in side ? [] : [side])) ?? [list.published];
  const gone = (history?.removedEssays() ?? []).filter((slug) => slug !== sampleEssay);
  const removed = gone.map((slug): [string, PublishedEssay] => [
    slug,
    list.published.get(slug) ?? { title: slug, ids: 0, translations: [] },
  ]);
  const all = [...removed, ...sides.toReversed().flatMap((side) => [...side])];
  const languages = Map.groupBy(all, ([slug]) => slug);
  const published = all.map(([slug, one]): [string, PublishedEssay] => [
    slug,
    { ...one, translations: union((languages.get(slug) ?? []).map(([, { translations }]) => translations)) },
  ]);
  return { ...list, published: new Map(published) };
}

/**
 * The list's file as it should be, with the essays and translations that are published now. A ledger in conflict is not
 * written yet.
 */
export function updatedListText({
  list: { published },
  current,
  orphaned,
  translations,
}: {
  list: PublishedList;
  current: readonly LedgerState[];
  orphaned: readonly LedgerState[];
  translations: readonly TranslationText[];
}): string {
  const next = new Map(published);
  const now = Map.groupBy(
    translations.filter(({ metadata }) => !metadata.draft),
    ({ original }) => original,
  );
  for (const { source, title, resolution } of current) {
    const languages = (now.get(source.slug) ?? []).map(({ metadata }) => metadata.language);
    next.set(source.slug, {
      title,
      ids: idsOf(source.slug, resolution),
      translations: union([published.get(source.slug)?.translations ?? [], languages]),
    });
  }
  for (const { source, resolution } of orphaned) {
    const known = next.get(source.slug);
    if (known) next.set(source.slug, { ...known, ids: idsOf(source.slug, resolution) });
  }
  return publishedText(next);

  function idsOf(slug: string, { conflicts, ledger }: LedgerState['resolution']): number {
    return conflicts.length === 0 ? ledger.anchors.length : (published.get(slug)?.ids ?? 0);
  }
}

function union(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].sort();
}
