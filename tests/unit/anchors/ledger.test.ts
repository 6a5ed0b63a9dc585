import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  commented,
  emptyLedger,
  ledgerSchema,
  ledgerText,
  parseLedger,
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

  it('of an essay that is gone says why, or where another stands', () => {
    const gone = { ...published().ledger, title: 'Gone', retired: 'It was wrong.' };
    expect(parseLedger(ledgerText(gone))).toEqual(gone);
    const both = ledgerText({ ...gone, to: '/essays/b/' });
    expect(parseLedger(both)).toMatchObject({
      message: expect.stringContaining('both redirected and retired'),
    });
  });

  it('names the comments that were shown, one on a line, and nothing where there were none', () => {
    const { ledger } = published();
    expect(ledgerText(ledger)).not.toContain('comments');
    const both = commented(ledger, undefined, ['comment-b', 'comment-a']);
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
      commented(recorded, seen, ['comment-new']).comments;
    expect(kept(committed)).toEqual(['comment-new', 'comment-seen']);
    expect(kept(null)).toEqual(['comment-new']);
    expect(kept(undefined)).toEqual(['comment-mine', 'comment-new', 'comment-seen']); // no git: all of it counts
  });

  it.each([
    ['{\n  "version": 1,\n<<<<<<< HEAD\n  "slug": "a"\n=======', 3, 'changed by two branches'],
    ['{\r\n<<<<<<< HEAD\r\n', 2, 'changed by two branches'],
    ['{\n  "version": 1,\n  "slug": "a",,\n}', 3, 'is not valid JSON'],
    ['', 0, 'is not valid JSON'],
    ['[]', 0, 'has a mistake'],
    ['{"version":2,"whatever":true}', 0, 'version 2 of its format'],
    ['{"version":1,"slug":"a","anchors":[{"id":"1"}]}', 0, 'anchors.0.id'],
  ])('%j is refused in words, with its line', (text, line, reason) => {
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
      ['the-tide', 'The “tide”'],
      ['2026', 'A year'],
    ]);
    expect(parsePublished(publishedText(essays))).toEqual(essays);
    expect(publishedText(essays).match(/^ {4}".*$/gm)).toEqual([
      '    "2026": "A year",',
      '    "the-tide": "The “tide”"',
    ]);
    expect(parsePublished(publishedText(new Map()))).toEqual(new Map());
  });
});

describe('resolving', () => {
  it('gives no id to another text: one the author chooses again stops the build', () => {
    const figure = 'A drawing of the harbour with its two walls and the light.';
    const { ledger } = resolve([block(figure, 'fig-a')], emptyLedger('a'), version);
    const other = resolve(
      [block('Wholly different words: seven grey seals asleep on sand.', 'fig-a')],
      ledger,
      version,
    );
    expect(other.faults).toMatchObject([{ what: 'reused', id: 'fig-a' }]);
  });

  it('lets a text go that was never published, and only that', () => {
    const { ledger, ids } = published();
    const [id = ''] = ids;
    const left = [block(first[1] ?? '')];
    expect(resolve(left, ledger, version).faults).toMatchObject([{ what: 'lost', id }]);
    const unpublished = resolve(left, ledger, { ...version, unpublished: new Set([id]) });
    expect(unpublished.faults).toEqual([]);
    expect(unpublished.ledger.anchors.map((one) => one.id)).toEqual([ids[1]]);
  });

  it('an unseen text to which a published id leads may not go or change its meaning without a word', () => {
    const { ledger, ids } = published();
    const [gone = '', fresh = ''] = ids;
    const anchors = ledger.anchors.map((one) => (one.id === gone ? { ...one, to: `#${fresh}` } : one));
    const now = (...blocks: Block[]) =>
      resolve(blocks, { ...ledger, anchors }, { ...version, unpublished: new Set([fresh]) });
    expect(now().faults).toMatchObject([{ what: 'lost', id: fresh }]);
    const other = block('Something else, written the same day, on nets.');
    expect(now(other).faults).toMatchObject([{ what: 'drifted', id: fresh }]);
    expect(now(block(first[1] ?? '')).faults).toEqual([]);
  });

  it('gives a retired text its id back when it stands again', () => {
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
});
