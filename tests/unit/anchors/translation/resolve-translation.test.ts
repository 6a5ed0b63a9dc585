import { describe, expect, it } from 'vitest';
import { emptyLedger, type Ledger } from '../../../../src/anchors/ledger.ts';
import { resolve } from '../../../../src/anchors/resolve.ts';
import { confirmTranslation } from '../../../../src/anchors/translation/confirm-translation.ts';
import { resolveTranslation } from '../../../../src/anchors/translation/resolve-translation.ts';
import {
  emptyRecord,
  parseRecord,
  recordText,
} from '../../../../src/anchors/translation/translation-record.ts';
import type { Block, BlockKind } from '../../../../src/document/block.ts';

const block = (kind: BlockKind, text: string, own: string | null = null): Block => ({
  kind,
  text,
  own,
  marks: 0,
});
const p = (text: string) => block('paragraph', text);
const h = (text: string, own: string | null = null) => block('section', text, own);

const english = [
  p('The sea rises twice a day, and whoever lives beside it learns the hours.'),
  h('The moon'),
  p('The moon pulls at the water, and the water follows it around the earth.'),
  block('code', 'height = mean + range * cos(t)'),
  p('Nobody sees it from the land.'),
  h('The shore'),
  p('A shore is never finished. Each wave takes a little sand and brings some back.'),
];
const german = [
  p('Das Meer steigt zweimal am Tag, und wer an ihm wohnt, lernt die Stunden kennen.'),
  h('Der Mond'),
  p('Der Mond zieht am Wasser, und das Wasser folgt ihm rund um die Erde.'),
  block('code', 'height = mean + range * cos(t)'),
  p('Vom Land aus sieht es niemand.'),
  h('Das Ufer'),
  p('Ein Ufer ist nie fertig. Jede Welle nimmt etwas Sand und bringt welchen zurück.'),
];

const original = (blocks: Block[], ledger: Ledger = emptyLedger('tides')) => {
  const ids = resolve(blocks, ledger, { day: '2026-01-01' });
  return { blocks, usedIds: [], ids };
};
const text = (blocks: Block[]) => ({ blocks, usedIds: [] });
const first = resolveTranslation(text(german), original(english), emptyRecord('de'));

describe('the ids of a translation', () => {
  it('are those of its original', () => {
    expect(first.ids).toEqual(original(english).ids.ids);
    expect(first.stale).toEqual([]);
  });

  it('are right where a heading is repeated before the one that has its words', () => {
    const [empty, added, moon] = [h('The moon'), p('Of the moon we know two sides.'), english.slice(1, 3)];
    const twice = [english[0] ?? empty, ...moon];
    const before = original(twice);
    const { record } = resolveTranslation(text(german.slice(0, 3)), before, emptyRecord('de'));
    const { ledger } = before.ids;
    const now = original([english[0] ?? empty, empty, added, ...moon], ledger);
    expect(now.ids.ids[3]).toBe(before.ids.ids[1]);
    const translated = [
      ...german.slice(0, 1),
      h('Der Mond'),
      p('Vom Mond kennen wir zwei Seiten.'),
      ...german.slice(1, 3),
    ];
    expect(resolveTranslation(text(translated), now, record).ids).toEqual(now.ids.ids);
  });

  it('are right where neither of two equal headings has the text that it had', () => {
    const [sea = h(''), moon = h(''), pull = p('')] = english;
    const before = original([sea, moon, pull]);
    const [meer = h(''), mond = h(''), zieht = p('')] = german;
    // the paragraph was never translated
    const { record } = resolveTranslation(text([meer, mond]), before, emptyRecord('de'));
    const sides = p('Of the moon we know two sides, and of one of them only by hearsay.');
    const now = original([sea, moon, sides, moon, pull], before.ids.ledger);
    expect(now.ids.ids[3]).toBe(before.ids.ids[1]);
    const seiten = p('Vom Mond kennen wir zwei Seiten, und von einer davon nur vom Hörensagen.');
    const found = resolveTranslation(text([meer, mond, seiten, mond, zieht]), now, record);
    expect(found.ids).toEqual(now.ids.ids);
  });

  it('stay when the text is resolved again with its record, which survives its file', () => {
    const read = parseRecord(recordText(first.record));
    if ('message' in read) throw new Error(read.message);
    expect(read).toEqual(first.record);
    expect(resolveTranslation(text(german), original(english), read)).toEqual(first);
  });

  it('are an own one, which begins with the language, where the original has no such block', () => {
    const note = p('Anmerkung der Übersetzerin: Ebbe und Flut heißen zusammen Gezeiten.');
    const all = [...german.slice(0, 3), note, ...german.slice(3)];
    const { ids, record } = resolveTranslation(text(all), original(english), first.record);
    expect(ids[3]).toMatch(/^de-/);
    expect(ids.toSpliced(3, 1)).toEqual(first.ids);
    const without = resolveTranslation(text(german), original(english), record);
    expect(without.previous[2]).toEqual([ids[3]]); // its links lead to the block before
    expect(resolveTranslation(text(german), original(english), without.record)).toEqual(without);
  });

  it('are those of the block into which their original was merged, where nothing else is its translation', () => {
    const before = original(english).ids;
    const together = p(`${english[2]?.text} ${english[4]?.text}`);
    const merged = original(english.toSpliced(2, 3, english[3] ?? p(''), together), before.ledger);
    const kept = merged.ids.ids[3] ?? '';
    const [gone = ''] = merged.ids.previous[3] ?? [];
    expect([kept, gone].sort()).toEqual([before.ids[2], before.ids[4]].sort());
    const partly = german.filter((_, index) => before.ids[index] !== kept); // only the other one is translated
    const { record } = resolveTranslation(text(partly), original(english), emptyRecord('de'));
    const found = resolveTranslation(text(partly), merged, record);
    const at = record.blocks.findIndex(({ id }) => id === gone);
    expect(found.ids[at]).toBe(kept);
    expect(found.previous[at]).toContain(gone);
    expect(found.stale).toContain(kept);
  });

  it('lead to the block before, where a block of the original is not translated', () => {
    const { ids, previous } = resolveTranslation(
      text(german.toSpliced(4, 1)),
      original(english),
      first.record,
    );
    expect(ids).toEqual(first.ids.toSpliced(4, 1));
    expect(previous[3]).toEqual([first.ids[4]]);
  });

  it('are chosen by the translator where the place says nothing', () => {
    const own = h('Ganz woanders', first.ids[1]);
    const { ids } = resolveTranslation(
      text([own, p('Ein Absatz für sich.')]),
      original(english),
      emptyRecord('de'),
    );
    expect(ids[0]).toBe(first.ids[1]);
  });

  it('find their code by its text, wherever paragraphs are missing', () => {
    const short = [german[1] ?? p(''), german[3] ?? p('')];
    const { ids } = resolveTranslation(text(short), original(english), emptyRecord('de'));
    expect(ids).toEqual([first.ids[1], first.ids[3]]);
  });

  it('stay on their words in Chinese, where a text has a third of the letters', () => {
    const chinese = [
      p('海水每天涨两次，住在海边的人都熟悉时辰。'),
      h('月亮'),
      p('月亮牵引着海水，海水随它绕地球而行。'),
    ];
    const { ids } = resolveTranslation(text(chinese), original(english.slice(0, 3)), emptyRecord('zh'));
    expect(ids).toEqual(first.ids.slice(0, 3));
  });
});

describe('a block whose original has changed', () => {
  const changed = english.with(
    2,
    p('The sun and the moon pull at the water, and the water follows them around the earth.'),
  );
  const after = original(changed, original(english).ids.ledger);
  const stale = resolveTranslation(text(german), after, first.record);

  it('is stale, and stays so', () => {
    expect(stale.stale).toEqual([first.ids[2]]);
    expect(resolveTranslation(text(german), after, stale.record).stale).toEqual([first.ids[2]]);
  });

  it('is not stale for a moved comma', () => {
    const comma = english.with(
      2,
      p('The moon pulls at the water and the water follows it around the earth.'),
    );
    expect(
      resolveTranslation(text(german), original(comma, original(english).ids.ledger), first.record).stale,
    ).toEqual([]);
  });

  it('is no longer stale when the translation was touched', () => {
    const touched = german.with(
      2,
      p('Sonne und Mond ziehen am Wasser, und das Wasser folgt ihnen rund um die Erde.'),
    );
    expect(resolveTranslation(text(touched), after, stale.record).stale).toEqual([]);
  });

  it('is no longer stale when it was confirmed, by its id or all together', () => {
    for (const ids of [undefined, [first.ids[2] ?? '']]) {
      const confirmed = confirmTranslation(stale.record, after, ids);
      expect(resolveTranslation(text(german), after, confirmed).stale).toEqual([]);
    }
    const other = confirmTranslation(stale.record, after, [first.ids[4] ?? '']);
    expect(resolveTranslation(text(german), after, other).stale).toEqual([first.ids[2]]);
  });
});
