import fc from 'fast-check';
import type { Block } from '../../../src/document/block.ts';

/** A word with the text it was written for, so that a test knows where a text really is. */
interface Word {
  word: string;
  origin: number;
}

/** A heading or paragraph of an imagined essay. */
export interface Text {
  kind: 'section' | 'paragraph';
  words: Word[];
}

/** One thing an author may do. Numbers are taken modulo what there is. */
export type Edit =
  | { what: 'reword'; at: number; share: number; seed: number }
  | { what: 'move' | 'swap'; at: number; to: number }
  | { what: 'split'; at: number; share: number }
  | { what: 'merge' | 'delete'; at: number }
  | { what: 'duplicate'; at: number; to: number }
  | { what: 'equal-heading'; at: number; seed: number }
  | { what: 'rename'; at: number; seed: number }
  | { what: 'write'; at: number; seed: number }
  | { what: 'slug'; slug: string };

const number = fc.nat(10_000);
const share = fc.double({ min: 0.05, max: 0.5, noNaN: true });

export const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ what: fc.constant('reword' as const), at: number, share, seed: number }),
  fc.record({ what: fc.constantFrom('move' as const, 'swap' as const), at: number, to: number }),
  fc.record({ what: fc.constant('split' as const), at: number, share }),
  fc.record({ what: fc.constantFrom('merge' as const, 'delete' as const), at: number }),
  fc.record({ what: fc.constant('duplicate' as const), at: number, to: number }),
  fc.record({ what: fc.constant('equal-heading' as const), at: number, seed: number }),
  fc.record({ what: fc.constant('rename' as const), at: number, seed: number }),
  fc.record({ what: fc.constant('write' as const), at: number, seed: number }),
  fc.record({
    what: fc.constant('slug' as const),
    slug: fc.constantFrom('an-essay', 'tide', 'ebb', 'flood'),
  }),
);

/** Ten frequent words make half of any text, as they do in real ones; the rest is drawn from two thousand. */
const frequent = ['the', 'of', 'and', 'to', 'a', 'in', 'that', 'is', 'it', 'for'];
let next = 0;

/** Numbers from a seed: a linear congruential generator, so that a failing case can be run again. */
function numbers(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function words(random: () => number, count: number, origin: number): Word[] {
  return Array.from({ length: count }, () => ({ word: oneWord(random), origin }));
}

function oneWord(random: () => number): string {
  if (random() < 0.45) return frequent[Math.floor(random() * 10)] ?? 'the';
  const rank = Math.floor(2000 * random() ** 2);
  return `w${rank.toString(36)}x`;
}

/** An essay of sections with two to five paragraphs each. */
export function firstVersion(seed: number): Text[] {
  const random = numbers(seed);
  next = 0;
  const texts: Text[] = [];
  for (let section = 0; section < 2 + random() * 3; section += 1) {
    texts.push({ kind: 'section', words: words(random, 2 + Math.floor(random() * 4), next++) });
    for (let one = 0; one < 2 + random() * 3; one += 1)
      texts.push({ kind: 'paragraph', words: words(random, 8 + Math.floor(random() * 70), next++) });
  }
  return texts;
}

export function edited(texts: readonly Text[], edit: Edit): Text[] {
  const all = texts.map((text) => ({ ...text, words: [...text.words] }));
  if (edit.what === 'slug') return all;
  const paragraphs = all.flatMap((text, index) => (text.kind === 'paragraph' ? [index] : []));
  const headings = all.flatMap((text, index) => (text.kind === 'section' ? [index] : []));
  const pick = (list: readonly number[], at: number) => list[at % Math.max(1, list.length)] ?? 0;
  const at = pick(edit.what === 'equal-heading' || edit.what === 'rename' ? headings : paragraphs, edit.at);
  const text = all[at];
  if (!text) return all;
  if (edit.what === 'reword') {
    const random = numbers(edit.seed);
    const count = Math.floor(text.words.length * edit.share);
    for (let one = 0; one < count; one += 1) {
      const index = Math.floor(random() * text.words.length);
      text.words[index] = { word: oneWord(random), origin: text.words[index]?.origin ?? -1 };
    }
  } else if (edit.what === 'move') {
    all.splice(at, 1);
    all.splice(edit.to % (all.length + 1), 0, text);
  } else if (edit.what === 'swap') {
    const other = pick(paragraphs, edit.to);
    const that = all[other];
    if (that) [all[at], all[other]] = [that, text];
  } else if (edit.what === 'split' && text.words.length >= 8) {
    const cut = Math.max(2, Math.floor(text.words.length * (edit.share + 0.2)));
    all.splice(
      at,
      1,
      { ...text, words: text.words.slice(0, cut) },
      { ...text, words: text.words.slice(cut) },
    );
  } else if (edit.what === 'merge' && all[at + 1]?.kind === 'paragraph') {
    all.splice(at, 2, { ...text, words: [...text.words, ...(all[at + 1]?.words ?? [])] });
  } else if (edit.what === 'delete' && paragraphs.length > 2) {
    all.splice(at, 1);
  } else if (edit.what === 'duplicate') {
    all.splice(edit.to % (all.length + 1), 0, { ...text, words: [...text.words] });
  } else if (edit.what === 'equal-heading') {
    const origin = next++;
    const heading: Text = { kind: 'section', words: text.words.map(({ word }) => ({ word, origin })) };
    all.splice(at, 0, heading, {
      kind: 'paragraph',
      words: words(numbers(edit.seed * 1000 + next), 30, next++),
    });
  } else if (edit.what === 'rename') {
    const origin = text.words[0]?.origin ?? -1;
    text.words = words(numbers(edit.seed), 3, origin);
  } else if (edit.what === 'write') {
    all.splice(at, 0, { kind: 'paragraph', words: words(numbers(edit.seed * 1000 + next), 25, next++) });
  }
  return all;
}

export function blocksFrom(texts: readonly Text[]): Block[] {
  return texts.map((text) => ({
    kind: text.kind,
    text: text.words.map(({ word }) => word).join(' '),
    own: null,
    marks: 0,
  }));
}

/** The texts from which the words of a block came. */
export function originsOf(text: Text | undefined): Set<number> {
  return new Set(text?.words.map((word) => word.origin));
}

/** The text for which most words of a block were written. */
export function mainOrigin(text: Text): number {
  const count = new Map<number, number>();
  for (const { origin } of text.words) count.set(origin, (count.get(origin) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1;
}
