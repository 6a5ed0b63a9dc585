import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { withAccepted } from '../../../src/anchors/change-ledger.ts';
import {
  emptyLedger,
  ledgerSchema,
  ledgerText,
  parseLedger,
  withComments,
  withSlug,
} from '../../../src/anchors/ledger.ts';
import { parsePublished, publishedSchema, publishedText } from '../../../src/anchors/published-essays.ts';
import { resolve } from '../../../src/anchors/resolve.ts';
import type { Block } from '../../../src/document/block.ts';

const block = (text: string, own: string | null = null): Block => ({
  kind: own ? 'figure' : 'paragraph',
  text,
  own,
  marks: 0,
});
const version = { day: '2026-12-01' };
const first = ['A first paragraph about tides.', 'A second one about harbour walls and ropes.'];
const published = () =>
  resolve(
    first.map((text) => block(text)),
    emptyLedger('a'),
    { day: '2026-11-22' },
  );

describe('the ledger’s file', () => {
  it('is described by the JSON Schema beside it', () => {
    const written: unknown = JSON.parse(readFileSync('src/anchors/ledger.schema.json', 'utf8'));
    expect(written).toMatchObject({ ...z.toJSONSchema(ledgerSchema, { io: 'input' }) });
  });

  it('comes back as it was written, one anchor on a line', () => {
    const { ledger } = published();
    expect(parseLedger(ledgerText(ledger))).toEqual(ledger);
    expect(ledgerText(ledger).match(/^ {4}\{"id".*$/gm)).toHaveLength(2);
  });

  it('has the keys of version 1 of the format', () => {
    const { ledger } = published();
    const reworded = resolve([block('A first paragraph about the tides.')], ledger, version);
    const file = JSON.parse(ledgerText(withSlug(reworded.ledger, 'b', ledger)));
    expect(Object.keys(file)).toEqual(['version', 'slug', 'formerly', 'anchors']);
    expect(file.formerly).toEqual(['a']);
    expect(Object.keys(file.anchors[0])).toEqual(['id', 'kind', 'since', 'text', 'words', 'first']);
  });

  it('of a removed essay has the reason, or the address of another', () => {
    const orphan = { ...published().ledger, title: 'Removed', retired: 'It was wrong.' };
    expect(parseLedger(ledgerText(orphan))).toEqual(orphan);
    const both = ledgerText({ ...orphan, to: '/essays/b/' });
    expect(parseLedger(both)).toMatchObject({
      message: expect.stringContaining('has both `to` and `retired`'),
    });
  });

  it('names the comments that were shown, one on a line, and nothing where there were none', () => {
    const { ledger } = published();
    expect(ledgerText(ledger)).not.toContain('comments');
    const both = withComments(ledger, undefined, ['comment-b', 'comment-a']);
    expect(ledgerText(both)).toContain('  "comments": [\n    "comment-a",\n    "comment-b"\n  ],\n');
    expect(parseLedger(ledgerText(both))).toEqual(both);
    expect(parseLedger(ledgerText({ ...ledger, comments: ['a'] }))).toMatchObject({
      message: expect.stringContaining('comments.0'),
    });
  });

  it('keeps a comment that others may have seen, and no other that is gone', () => {
    const { ledger } = published();
    const recorded = { ...ledger, comments: ['comment-mine', 'comment-seen'] };
    const committed = { ...ledger, comments: ['comment-seen'] };
    const kept = (seen: typeof recorded | null | undefined) =>
      withComments(recorded, seen, ['comment-new']).comments;
    expect(kept(committed)).toEqual(['comment-new', 'comment-seen']);
    expect(kept(null)).toEqual(['comment-new']);
    expect(kept(undefined)).toEqual(['comment-mine', 'comment-new', 'comment-seen']); // no git: all of it counts
  });

  it.each([
    ['{\n  "version": 1,\n<<<<<<< HEAD\n  "slug": "a"\n=======', 3, 'has a merge conflict'],
    ['{\r\n<<<<<<< HEAD\r\n', 2, 'has a merge conflict'],
    ['{\n  "version": 1,\n  "slug": "a",,\n}', 3, 'is not valid JSON'],
    ['', 0, 'is not valid JSON'],
    ['[]', 0, 'has an error'],
    ['{"version":2,"whatever":true}', 0, 'has version 2 of its format'],
    ['{"version":1,"slug":"a","anchors":[{"id":"1"}]}', 0, 'anchors.0.id'],
  ])('%j is refused with a message and its line', (text, line, reason) => {
    expect(parseLedger(text)).toEqual({ line, message: expect.stringContaining(reason) });
  });

  it('may begin with a byte order mark and have the line ends of Windows', () => {
    const { ledger } = published();
    expect(parseLedger(`\uFEFF${ledgerText(ledger).replaceAll('\n', '\r\n')}`)).toEqual(ledger);
  });
});

describe('the list of published essays', () => {
  it('is described by the JSON Schema beside its reader', () => {
    const written: unknown = JSON.parse(readFileSync('src/anchors/published.schema.json', 'utf8'));
    expect(written).toMatchObject({ ...z.toJSONSchema(publishedSchema, { io: 'input' }) });
  });

  it('comes back as it was written, sorted, one essay on a line', () => {
    const essays = new Map([
      ['the-tide', { title: 'The “tide”', ids: 57, translations: ['de', 'pt-BR'] }],
      ['2026', { title: 'A year', ids: 0, translations: [] }],
    ]);
    expect(parsePublished(publishedText(essays))).toEqual(essays);
    expect(publishedText(essays).match(/^ {4}".*$/gm)).toEqual([
      '    "2026": "A year",',
      '    "the-tide": "The “tide”"',
      '    "the-tide": 57',
      '    "the-tide": ["de", "pt-BR"]',
    ]);
    expect(parsePublished(publishedText(new Map()))).toEqual(new Map());
  });
});

describe('resolving', () => {
  it('does not give an id to another text: an author who reuses one gets a conflict', () => {
    const figure = 'A drawing of the harbour with its two walls and the light.';
    const { ledger } = resolve([block(figure, 'fig-a')], emptyLedger('a'), version);
    const other = resolve(
      [block('Wholly different words: seven grey seals asleep on sand.', 'fig-a')],
      ledger,
      version,
    );
    expect(other.conflicts).toMatchObject([{ what: 'reused', id: 'fig-a' }]);
  });

  it('lets the author remove a text without a command only where it was never published', () => {
    const { ledger, ids } = published();
    const [id = ''] = ids;
    const rest = [block(first[1] ?? '')];
    expect(resolve(rest, ledger, version).conflicts).toMatchObject([{ what: 'lost', id }]);
    const unpublished = resolve(rest, ledger, { ...version, unpublished: new Set([id]) });
    expect(unpublished.conflicts).toEqual([]);
    expect(unpublished.ledger.anchors.map((one) => one.id)).toEqual([ids[1]]);
  });

  it('a new text that a published id leads to cannot be removed or replaced without a conflict', () => {
    const { ledger, ids } = published();
    const [lost = '', target = ''] = ids;
    const anchors = ledger.anchors.map((one) => (one.id === lost ? { ...one, to: `#${target}` } : one));
    const now = (...blocks: Block[]) =>
      resolve(blocks, { ...ledger, anchors }, { ...version, unpublished: new Set([target]) });
    expect(now().conflicts).toMatchObject([{ what: 'lost', id: target }]);
    const other = block('Something else, written the same day, on nets.');
    expect(now(other).conflicts).toMatchObject([{ what: 'lost', id: target }]);
    expect(now(block(first[1] ?? '')).conflicts).toEqual([]);
  });

  it('gives a retired text its id back when it is restored', () => {
    const { ledger, ids } = published();
    const retired = ledger.anchors.map((one, at) => (at === 0 ? { ...one, retired: 'Wrong.' } : one));
    const again = resolve(
      first.map((text) => block(text)),
      { ...ledger, anchors: retired },
      version,
    );
    expect(again.ids).toEqual(ids);
    expect(again.changes).toMatchObject([{ id: ids[0], what: 'restored' }]);
    expect(again.tombstones).toEqual([]);
  });

  it('asks once about headings whose long paragraphs changed places, though their words are the same', () => {
    const section = (name: string): Block => ({ ...block(name), kind: 'section' });
    const long = (word: string) => block(Array.from({ length: 40 }, (_, at) => `${word}${at}`).join(' '));
    const short = (word: string) => block(Array.from({ length: 20 }, (_, at) => `${word}${at}`).join(' '));
    const text = (one: string, other: string) => [
      section('Tides'),
      long(one),
      short('c'),
      section('Ropes'),
      long(other),
      short('d'),
    ];
    const { ledger } = resolve(text('a', 'b'), emptyLedger('a'), version);
    const moved = text('b', 'a');
    const asked = resolve(moved, ledger, version);
    const [conflict] = asked.conflicts;
    const [heading, id, at] = [moved[0], conflict?.id ?? '', conflict?.guess ?? -1];
    expect([id, at]).toEqual(['tides', 0]);
    const accepted = heading && withAccepted(ledger, id, heading, asked.ids.with(at, id));
    const decided = resolve(moved, accepted ?? ledger, version);
    expect([decided.conflicts, decided.ids[0], decided.ids[3]]).toEqual([[], 'tides', 'ropes']);
  });
});
