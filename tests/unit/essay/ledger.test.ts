import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Block } from '../../../src/essay/block.ts';
import { emptyLedger, ledgerSchema, ledgerText, parseLedger } from '../../../src/essay/ledger.ts';
import { resolve } from '../../../src/essay/resolve.ts';

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
    const written: unknown = JSON.parse(readFileSync('src/essay/ledger.schema.json', 'utf8'));
    expect(written).toMatchObject({ ...z.toJSONSchema(ledgerSchema, { io: 'input' }) });
  });

  it('comes back as it was written, one anchor on a line', () => {
    const { ledger } = published();
    expect(parseLedger(ledgerText(ledger))).toEqual(ledger);
    expect(ledgerText(ledger).match(/^ {4}\{"id".*$/gm)).toHaveLength(2);
  });

  it.each([
    ['<<<<<<< HEAD', 'is not valid JSON'],
    ['{"version":2}', 'version'],
    ['{"version":1,"slug":"a","anchors":[{"id":"1"}]}', 'anchors.0.id'],
  ])('%j is refused in words', (text, reason) => {
    expect(parseLedger(text)).toContain(reason);
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
