import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, expect, vi } from 'vitest';
import { gitLibrary } from './git-library.ts';

export const tide = 'The tide comes in twice a day and leaves the harbour wall a little lower each time.';
export const gulls = 'Gulls follow the boats home because somebody always throws a crate of small fish away.';
export const ropes =
  'Old ropes hang in the sail loft, and nobody remembers which ship any of them came from.';
export const salt = 'Salt gets into every lock along the quay and no oil keeps it out for a whole winter.';

/**
 * A library with one published essay of two paragraphs, `tide` and `gulls`, which each test of a file finds as it was
 * published.
 */
export async function publishedLibrary(name: string) {
  const library = await gitLibrary(name);
  const { build, commit, write } = library;
  afterAll(library.end);
  write('a', tide, gulls);
  build();
  commit();
  const asPublished = library.keep();
  beforeEach(() => {
    vi.stubEnv('STET_SHALLOW', '');
    asPublished();
  });

  /** Publishes a text with `ropes` between the others. @returns the id of `ropes` */
  function publishRopes(): string {
    write('a', tide, ropes, gulls);
    expect(build().problems).toEqual([]);
    commit('ropes');
    return library.idOf('a', ropes);
  }

  return { library, publishRopes };
}

/** What a file holds, without the lines that have some words. */
export const linesWithout = (file: string, words: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !line.includes(words))
    .join('\n');
