import { z } from 'zod';
import { type Block, blockKinds } from '../../document/block.ts';
import { readCommitted, type Unreadable } from '../committed-json.ts';
import { hash, wordsOf } from '../match/fingerprint.ts';
import { openingOf, sketchOf } from '../match/sketch.ts';

/** The version of the format; see translations.md beside this file. */
export const recordVersion = 1;

const print = z.string().regex(/^[0-9a-z]{1,7}$/, 'is not a fingerprint');

// `words` is the key in the file; only this file knows it
const entry = z
  .strictObject({
    /** The fragment that leads to the block: that of the original, where the block is a translation. */
    id: z.string().min(1),
    kind: z.enum(blockKinds),
    /** How the translated block begins, for people. */
    text: z.string(),
    /** The sketch of the translated block as it was last seen. */
    words: z.string().regex(/^(?:[A-Za-z0-9_-]{2})*$/, 'is not a sketch'),
    /** The fingerprint of the translated block as it was last seen. */
    print,
    /** The fingerprint of the block of the original from which it was translated; none for a block of the translation's own. */
    from: print.optional(),
    /** The translator chose this id. */
    own: z.literal(true).optional(),
    /** The block is gone from the translation; its id leads to the block before it. */
    gone: z.literal(true).optional(),
  })
  .transform(({ words, ...rest }) => ({ ...rest, sketch: words }));

const schema = z
  .strictObject({
    version: z.literal(recordVersion),
    language: z.string(),
    /** The translation was removed: its address leads to the original. */
    to: z.literal('original').optional(),
    blocks: z.array(entry),
  })
  .refine(({ blocks }) => new Set(blocks.map(({ id }) => id)).size === blocks.length, {
    path: ['blocks'],
    error: 'has an id twice',
  });

/** What a translation was when it was last built: which of its blocks has which id, and from what it was translated. */
export type TranslationRecord = z.infer<typeof schema>;
export type TranslatedBlock = TranslationRecord['blocks'][number];

/** The record of a translation that was never built. */
export function emptyRecord(language: string): TranslationRecord {
  return { version: recordVersion, language, blocks: [] };
}

/** Reads the file of a record. @returns the record, or a message about what is wrong with the file */
export function parseRecord(json: string): TranslationRecord | Unreadable {
  return readCommitted(schema, recordVersion, json);
}

/** Reads one line of the file of a record; null for any line that is no block. */
export function parseBlock(json: string): TranslatedBlock | null {
  if (!json.startsWith('{"id"')) return null;
  try {
    return entry.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null; // a line that an editor or git has cut
  }
}

/** The file of a record: one line for each block, so that a diff shows which of them changed. */
export function recordText({ version, language, to, blocks }: TranslationRecord): string {
  const lines = blocks.map(({ id, kind, own, gone, text, sketch: words, print: is, from }) =>
    JSON.stringify({ id, kind, own, gone, text, words, print: is, from }),
  );
  const list = lines.length === 0 ? '[]' : `[\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ]`;
  const target = to === undefined ? '' : `  "to": ${JSON.stringify(to)},\n`;
  return `{\n  "version": ${version},\n  "language": ${JSON.stringify(language)},\n${target}  "blocks": ${list}\n}\n`;
}

/**
 * The fingerprint of what a block says: equal for equal words, whatever stands between them. Of code every sign
 * counts. 32 bits, so that two versions of a block are alike by chance once in four thousand million.
 */
export function fingerprint({ kind, text }: Pick<Block, 'kind' | 'text'>): string {
  return hash(kind === 'code' ? text : wordsOf(text).join(' ')).toString(36);
}

/** The entry of a block as it is now. @param from the fingerprint of its original, where it has one */
export function entryOf(block: Block, id: string, from: string | undefined): TranslatedBlock {
  return {
    id,
    kind: block.kind,
    text: openingOf(block.text),
    sketch: sketchOf(block.text),
    print: fingerprint(block),
    ...(from === undefined ? {} : { from }),
    ...(block.own === id ? { own: true as const } : {}),
  };
}
