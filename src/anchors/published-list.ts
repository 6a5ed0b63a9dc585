import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../document/problem.ts';
import { contentFolder } from '../paths.ts';
import type { History } from './git-history.ts';
import { type OpenLedger, shown } from './load-ledger.ts';
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

/** Reads the list. Nothing is written. */
export function openPublishedList(history: History | null): PublishedList | Problem {
  const path = join(contentFolder, 'published.json');
  const file = shown(path);
  const before = existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : '';
  const read = before === '' ? new Map<string, string>() : parsePublished(before);
  if ('message' in read)
    return { file, line: read.line, message: `The list of published essays ${read.message}.` };
  const committed = history?.texts(path)?.map(parsePublished);
  const sides = committed?.flatMap((side) => ('message' in side ? [] : [side])) ?? [read];
  return { file, before, published: new Map(sides.toReversed().flatMap((side) => [...side])) };
}

/** The list's file as it should be, with the essays that stand today. */
export function listText({ published }: PublishedList, standing: readonly OpenLedger[]): string {
  return publishedText(new Map([...published, ...standing.map(titled)]));
}

function titled({ source, title }: OpenLedger): [string, string] {
  return [source.slug, title];
}
