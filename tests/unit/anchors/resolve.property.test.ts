import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formerAddresses } from '../../../src/anchors/former-address.ts';
import { emptyLedger, type Ledger, ledgerText, parseLedger, withSlug } from '../../../src/anchors/ledger.ts';
import { type Resolution, resolve } from '../../../src/anchors/resolve.ts';
import { essayAddress, fragmentAddress } from '../../../src/document/address.ts';
import { essaySchema } from '../../../src/document/frontmatter.ts';
import { answered } from './answered.ts';
import { blocksFrom, edited, edits, firstVersion, mainOrigin, originsOf, type Text } from './edited-text.ts';

/** 200 in every run of the tests; `npm run test:nightly` asks for more. */
const numRuns = Number(process.env['STET_SEQUENCES'] ?? 200);
const seed = Number(process.env['STET_SEED'] ?? 20261122);

it(`keeps every id on its text, or reports a conflict, over ${numRuns} sequences of edits`, () => {
  const count = { kept: 0, asked: 0, needless: 0 };
  const sequence = fc.tuple(fc.nat(1_000_000), fc.array(edits, { minLength: 1, maxLength: 10 }));
  fc.assert(
    fc.property(sequence, ([start, steps]) => {
      let texts = firstVersion(start);
      let { ledger } = resolve(blocksFrom(texts), emptyLedger('an-essay'), { day: '2026-11-22' });
      const published = new Map<string, number>();
      const bodies = new Map<string, number[]>();
      remember(published, ledger, texts, ids(ledger));
      ids(ledger).forEach((id, at) => {
        bodies.set(id, bodyOf(texts, at));
      });
      const slugs = new Set([ledger.slug]);
      for (const [step, edit] of steps.entries()) {
        texts = edited(texts, edit);
        if (edit.what === 'slug') ledger = withSlug(ledger, edit.slug, ledger);
        slugs.add(ledger.slug);
        const blocks = blocksFrom(texts);
        const version = { day: `2026-12-${String(step + 1).padStart(2, '0')}` };
        const result = resolve(blocks, ledger, version);
        expect(resolve(blocks, ledger, version)).toEqual(result);
        checkPositions(result, ledger, published, texts, bodies);
        for (const conflict of result.conflicts) {
          const exists = texts.some(
            (text) => text.kind === conflict.kind && mainOrigin(text) === published.get(conflict.id),
          );
          count[exists && conflict.what === 'lost' ? 'needless' : 'asked'] += 1;
        }
        count.kept += published.size - result.conflicts.length;
        const decided = answered(result, published, texts, blocks, version);
        expect(decided.conflicts).toEqual([]);
        // of two equal headings, the one that has the id now is the one that the next edit may change
        for (const [id, origin] of checkPositions(decided, ledger, published, texts, bodies))
          published.set(id, origin);
        decided.ids.forEach((id, at) => {
          bodies.set(id, bodyOf(texts, at));
        });
        ledger = decided.ledger;
        const again = resolve(blocks, ledger, version);
        expect(again.ids).toEqual(decided.ids);
        expect(again.previous).toEqual(decided.previous);
        expect(again.changes).toEqual([]);
        expect(again.ledger).toEqual(ledger);
        expect(parseLedger(ledgerText(ledger))).toEqual(ledger);
        remember(published, ledger, texts, decided.ids);
        checkSlugs(ledger, slugs);
      }
    }),
    { numRuns, seed },
  );
  console.log(
    `kept ${count.kept}, conflicts ${count.asked}, conflicts although the text still exists ${count.needless}`,
  );
  expect(count.needless / count.kept).toBeLessThan(0.02);
}, 600_000);

const frontmatter = essaySchema('en').parse({ title: 'A', description: 'A', published: '2026-11-22' });
const ids = (ledger: Ledger) => ledger.anchors.map((one) => one.id);

function remember(
  published: Map<string, number>,
  ledger: Ledger,
  texts: readonly Text[],
  now: readonly string[],
) {
  texts.forEach((text, index) => {
    const id = now[index] ?? '';
    if (!published.has(id)) published.set(id, mainOrigin(text));
  });
  expect([...published.keys()].filter((id) => !ledger.anchors.some((one) => one.id === id))).toEqual([]);
}

/** Every slug that was ever published has a page with a link for every id. */
function checkSlugs(ledger: Ledger, slugs: ReadonlySet<string>) {
  const essay = { ...frontmatter, slug: ledger.slug };
  const former = formerAddresses(new Map([[ledger.slug, ledger]]), [essay]);
  expect([...former.map((one) => one.slug), ledger.slug].sort()).toEqual([...slugs].sort());
  for (const { fragments } of former)
    expect(fragments.map(({ id, to }) => [id, to])).toEqual(
      ids(ledger).map((id) => [id, fragmentAddress(essayAddress(ledger.slug), id)]),
    );
}

/**
 * Every published id is in the page once, on words that were written for it, or is reported as a conflict.
 * @returns ids of headings that another heading of the same words has now, with the number of that text
 */
function checkPositions(
  result: Resolution,
  before: Ledger,
  published: ReadonlyMap<string, number>,
  texts: readonly Text[],
  bodies: ReadonlyMap<string, readonly number[]>,
): Map<string, number> {
  const onDuplicate = new Map<string, number>();
  const positions = new Map<string, number | null>();
  const put = (id: string, at: number | null) => {
    expect(positions.has(id), `${id} is in the page twice`).toBe(false);
    positions.set(id, at);
  };
  result.ids.forEach((id, index) => {
    put(id, index);
    for (const old of result.previous[index] ?? []) put(old, index);
  });
  for (const one of result.tombstones) for (const id of [one.id, ...one.also]) put(id, null);
  const asked = new Set(result.conflicts.map((conflict) => conflict.id));
  for (const [id, origin] of published) {
    if (asked.has(endOf(id, result.ledger))) continue;
    expect(positions.has(id), `${id} is lost without a conflict`).toBe(true);
    const at = positions.get(id) ?? null;
    const was = before.anchors.find((one) => one.id === id);
    // a text that was merged before follows its new block; a section without its heading leads to its first text
    const follows =
      was?.to !== undefined || (was?.kind === 'section' && at !== null && result.ids[at] !== id);
    if (at === null || follows) continue;
    const text = texts[at];
    if (originsOf(text).has(origin)) continue;
    const isDuplicate = was?.kind === 'section' && isBestDuplicate(texts, at, new Set(bodies.get(id)));
    expect(isDuplicate, `${id} is on another text`).toBe(true);
    if (text) onDuplicate.set(id, mainOrigin(text));
  }
  return onDuplicate;
}

/**
 * Only the text under equal headings distinguishes them: the id may be on any that has as much of the text that was
 * under it as every other.
 */
function isBestDuplicate(texts: readonly Text[], heading: number, body: ReadonlySet<number>): boolean {
  const words = (text: Text | undefined) => text?.words.map(({ word }) => word).join(' ');
  const held = (at: number) => wordsUnder(texts, at).filter(({ origin }) => body.has(origin)).length;
  const duplicates = texts.flatMap((text, at) => (words(text) === words(texts[heading]) ? [at] : []));
  return duplicates.length > 1 && duplicates.every((other) => held(heading) >= held(other));
}

/** The texts from which the words under a heading came. */
function bodyOf(texts: readonly Text[], heading: number): number[] {
  return [...new Set(wordsUnder(texts, heading).map(({ origin }) => origin))];
}

function wordsUnder(texts: readonly Text[], heading: number): Text['words'] {
  const end = texts.findIndex((text, at) => at > heading && text.kind === 'section');
  return texts.slice(heading + 1, end < 0 ? undefined : end).flatMap((text) => text.words);
}

/** Where an id that was merged or redirected leads in the end. */
function endOf(id: string, ledger: Ledger): string {
  const to = ledger.anchors.find((one) => one.id === id)?.to;
  return to?.startsWith('#') ? endOf(to.slice(1), ledger) : id;
}
