import { slug } from 'github-slugger';
import type { Block } from '../document/block.ts';
import { hash, pronounceable, wordsOf } from './match/fingerprint.ts';

/** Names that the page, the browser or the notes use. */
const reservedNames: readonly string[] = [
  'comments',
  'constructor',
  'contents',
  'footnote-label',
  'hasownproperty',
  'keys',
  'leave-a-comment',
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

/** Prefixes of the ids of citations, comments, notes and references. */
const reservedPrefix = /^(?:cite|comments?|fn|fnref|ref)-/;

/** Soft hyphens and signs without width, which nobody sees in a heading or can type in an address. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;

/** A name for a block, by the block's index. */
type NamingRule = (index: number) => string;

/**
 * Gives every block without an id a new one. A heading gets the slug that rehype-slug gives it: for a slug that is
 * in use, with a number. Any other block gets a short word that is made from its text and never from its position.
 * Where two would get the same word, both get a longer one, so that their order does not matter; only blocks with
 * equal texts and equal neighbours are numbered in order.
 * @param blocks all blocks of the text, in order
 * @param knownIds ids that do not change, by the block's index
 * @param usedIds ids that no block may get
 * @returns one id for each block, in order
 */
export function generateIds(
  blocks: readonly Block[],
  knownIds: ReadonlyMap<number, string> = new Map(),
  usedIds: Iterable<string> = [],
): string[] {
  const ids = blocks.map((block, index) => knownIds.get(index) ?? block.own ?? '');
  const used = new Set([...usedIds, ...ids]);
  const counts = new Map<string, number>(); // suffixes below these are in use
  const unnamed = blocks.flatMap((_, index) => (ids[index] === '' ? [index] : []));
  const isSection = (index: number) => blocks[index]?.kind === 'section';
  const word = (text: string, pairs: number) => pronounceable(hash(text), pairs);
  const prefix = (index: number) => (blocks[index]?.kind === 'note' ? 'fn-' : '');
  const text = (index: number) => wordsOf(blocks[index]?.text ?? '').join(' ');
  const context = (index: number) => `${text(index)}\n${text(index - 1)}\n${text(index + 1)}`;
  for (const index of unnamed.filter(isSection))
    assign(index, unusedName(headingSlug(blocks[index]?.text ?? ''), String));
  assignWords(
    unnamed.filter((index) => !isSection(index)),
    [
      (index) => prefix(index) + word(text(index), 3),
      (index) => prefix(index) + word(text(index), 4),
      (index) => prefix(index) + word(context(index), 4),
    ],
  );
  return ids;

  /** Applies one rule after the other. A block keeps a name that is unused and that no other block gets. */
  function assignWords(indices: readonly number[], rules: readonly NamingRule[]): void {
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
    for (const index of remaining) {
      const name = rules.at(-1)?.(index) ?? '';
      assign(
        index,
        unusedName(name, (count) => word(`${name} ${count + 1}`, 2)),
      );
    }
  }

  function assign(index: number, name: string): void {
    ids[index] = name;
    used.add(name);
  }

  /** The name itself, or the name with the first suffix that is unused. */
  function unusedName(start: string, suffix: (count: number) => string): string {
    let [name, count] = [start, counts.get(start) ?? 1];
    for (; used.has(name); count += 1) name = `${start}-${suffix(count)}`;
    counts.set(start, count);
    return name;
  }
}

/**
 * The slug of a heading as github-slugger makes it, in NFC and without hyphens at its beginning. Ids begin with a
 * letter (`ledger.md`): `section-` is put before any other slug, and before a reserved name. A heading without a
 * letter or digit, such as an emoji, gets `section-` and a word that is made from it.
 */
export function headingSlug(heading: string): string {
  const text = heading.toWellFormed().normalize('NFC').replaceAll(invisible, '').trim();
  const name = slug(text).replace(/^-+/, '');
  if (name === '') return `section-${pronounceable(hash(text), 2)}`;
  const isReserved = reservedNames.includes(name) || reservedPrefix.test(name);
  return /^\p{L}/u.test(name) && !isReserved ? name : `section-${name}`;
}
