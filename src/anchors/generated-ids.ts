import type { Block } from '../document/block.ts';
import { hash, speakable, wordsOf } from './match/fingerprint.ts';

/** Names that the page, the browser or the notes need for themselves. */
const reserved: readonly string[] = [
  'comments',
  'comments-title',
  'constructor',
  'contents',
  'footnote-label',
  'hasownproperty',
  'keys',
  'main',
  'notes',
  'prototype',
  'references',
  'search',
  'search-title',
  'text',
  'top',
  'tostring',
  'valueof',
];

/** Beginnings of names that belong to comments, to notes, to references and to what other tools add. */
const reservedStart = /^(?:cite|comment|fn|fnref|ref|user-content|old)-/;

/**
 * The id of every block that has none yet, made from its text and never from its place: a section's is its
 * slug, any other block's a short word made of its text. Where two would get the same name, both get a longer
 * one, so that it never matters which of them comes first; only two that are alike in themselves and in their
 * neighbours are told apart by their order.
 * @param blocks all blocks of the text, in order
 * @param known ids by the block's index, which stay as they are
 * @param taken ids that may not be given again
 * @returns one id for each block, in order
 */
export function naturalIds(
  blocks: readonly Block[],
  known: ReadonlyMap<number, string> = new Map(),
  taken: Iterable<string> = [],
): string[] {
  const ids = blocks.map((block, index) => known.get(index) ?? block.own ?? '');
  const used = new Set([...taken, ...ids]);
  const unnamed = blocks.flatMap((_, index) => (ids[index] === '' ? [index] : []));
  const isSection = (index: number) => blocks[index]?.kind === 'section';
  const sections = unnamed.filter(isSection);
  const others = unnamed.filter((index) => !isSection(index));
  const word = (text: string, pairs: number) => speakable(hash(text), pairs);
  const text = (index: number) => wordsOf(blocks[index]?.text ?? '').join(' ');
  const around = (index: number) => `${text(index)}\n${text(index - 1)}\n${text(index + 1)}`;
  name(sections, [
    (index) => slugOf(blocks[index]?.text ?? ''),
    (index) => `${slugOf(blocks[index]?.text ?? '')}-${word(text(index + 1), 2)}`,
    (index) => `${slugOf(blocks[index]?.text ?? '')}-${word(around(index), 3)}`,
  ]);
  name(others, [
    (index) => word(text(index), 3),
    (index) => word(text(index), 4),
    (index) => word(around(index), 4),
  ]);
  return ids;

  /** Tries one way of naming after the other; a name stands when no other block wants it. */
  function name(indices: readonly number[], ways: readonly ((index: number) => string)[]): void {
    let open = indices;
    for (const way of ways) {
      const wanted = open.map(way);
      const count = new Map<string, number>();
      for (const one of wanted) count.set(one, (count.get(one) ?? 0) + 1);
      open = open.filter((index, at) => {
        const id = wanted[at] ?? '';
        if (count.get(id) !== 1 || used.has(id)) return true;
        ids[index] = id;
        used.add(id);
        return false;
      });
    }
    const last = ways.at(-1);
    for (const index of open) {
      const start = last?.(index) ?? '';
      let id = start;
      for (let twin = 2; used.has(id); twin += 1) id = `${start}-${word(`${start} ${twin}`, 2)}`;
      ids[index] = id;
      used.add(id);
    }
  }
}

/**
 * The slug of a heading: NFC, lower case, letters and figures of any script with single hyphens between. It
 * begins with a letter and is never empty and never a name that something else needs.
 */
export function slugOf(heading: string): string {
  const slug = heading
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['’‘]/g, '')
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  if (slug === '') return `section-${speakable(hash(heading.normalize('NFC')), 2)}`;
  return /^\p{L}/u.test(slug) && !reserved.includes(slug) && !reservedStart.test(slug)
    ? slug
    : `section-${slug}`;
}
