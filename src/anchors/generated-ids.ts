import type { Block } from '../document/block.ts';
import { hash, pronounceable, wordsOf } from './match/fingerprint.ts';

/** Names that the page, the browser or the notes use. */
const reserved: readonly string[] = [
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

/** Prefixes of names that notes, references and other tools use. */
const reservedPrefix = /^(?:cite|fn|fnref|ref|user-content|old)-/;

/** A name for a block, by the block's index. */
type NamingRule = (index: number) => string;

/**
 * Gives every block without an id one that is made from its text and never from its position: the slug of a
 * heading, a short word for any other block. Where two would get the same name, both get a longer one, so that
 * their order does not matter; only blocks with equal texts and equal neighbours are numbered in order.
 * @param blocks all blocks of the text, in order
 * @param knownIds ids that do not change, by the block's index
 * @param reservedIds ids that no block may get
 * @returns one id for each block, in order
 */
export function generateIds(
  blocks: readonly Block[],
  knownIds: ReadonlyMap<number, string> = new Map(),
  reservedIds: Iterable<string> = [],
): string[] {
  const ids = blocks.map((block, index) => knownIds.get(index) ?? block.own ?? '');
  const used = new Set([...reservedIds, ...ids]);
  const unnamed = blocks.flatMap((_, index) => (ids[index] === '' ? [index] : []));
  const isSection = (index: number) => blocks[index]?.kind === 'section';
  const word = (text: string, pairs: number) => pronounceable(hash(text), pairs);
  const slug = (index: number) => slugOf(blocks[index]?.text ?? '');
  const text = (index: number) => wordsOf(blocks[index]?.text ?? '').join(' ');
  const context = (index: number) => `${text(index)}\n${text(index - 1)}\n${text(index + 1)}`;
  assignNames(unnamed.filter(isSection), [
    slug,
    (index) => `${slug(index)}-${word(text(index + 1), 2)}`,
    (index) => `${slug(index)}-${word(context(index), 3)}`,
  ]);
  assignNames(
    unnamed.filter((index) => !isSection(index)),
    [(index) => word(text(index), 3), (index) => word(text(index), 4), (index) => word(context(index), 4)],
  );
  return ids;

  /** Applies one rule after the other. A block keeps a name that is unused and that no other block gets. */
  function assignNames(indices: readonly number[], rules: readonly NamingRule[]): void {
    let remaining = indices;
    for (const rule of rules) {
      const names = remaining.map(rule);
      const count = new Map<string, number>();
      for (const name of names) count.set(name, (count.get(name) ?? 0) + 1);
      remaining = remaining.filter((index, at) => {
        const name = names[at] ?? '';
        if (count.get(name) !== 1 || used.has(name)) return true;
        assign(index, name);
        return false;
      });
    }
    const lastRule = rules.at(-1);
    for (const index of remaining) assign(index, unusedName(lastRule?.(index) ?? ''));
  }

  function assign(index: number, name: string): void {
    ids[index] = name;
    used.add(name);
  }

  /** A name with a suffix that makes it unused. */
  function unusedName(start: string): string {
    let name = start;
    for (let number = 2; used.has(name); number += 1) name = `${start}-${word(`${start} ${number}`, 2)}`;
    return name;
  }
}

/**
 * The slug of a heading: NFC, lower case, letters and digits of any script with single hyphens between. It begins
 * with a letter, is never empty and is never a reserved name.
 */
export function slugOf(heading: string): string {
  const slug = heading
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['’‘]/g, '')
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  if (slug === '') return `section-${pronounceable(hash(heading.normalize('NFC')), 2)}`;
  return /^\p{L}/u.test(slug) && !reserved.includes(slug) && !reservedPrefix.test(slug)
    ? slug
    : `section-${slug}`;
}
