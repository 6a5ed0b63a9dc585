import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formerAddresses } from '../../../src/anchors/former-address.ts';
import { addressed, emptyLedger, type Ledger, ledgerText, parseLedger } from '../../../src/anchors/ledger.ts';
import { openingOf, sketchOf } from '../../../src/anchors/match/sketch.ts';
import { type Resolution, resolve } from '../../../src/anchors/resolve.ts';
import { essayAddress, fragmentAddress } from '../../../src/document/address.ts';
import type { Block } from '../../../src/document/block.ts';
import { essaySchema } from '../../../src/document/frontmatter.ts';
import { blocksFrom, edited, edits, firstVersion, mainOrigin, originsOf, type Text } from './edited-text.ts';

/** 200 in every run of the tests; `npm run test:nightly` asks for more. */
const numRuns = Number(process.env['STET_SEQUENCES'] ?? 200);
const seed = Number(process.env['STET_SEED'] ?? 20261122);

it(`keeps every id on its text, or stops, over ${numRuns} sequences of edits`, () => {
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
        if (edit.what === 'slug') ledger = addressed(ledger, edit.slug, ledger);
        slugs.add(ledger.slug);
        const blocks = blocksFrom(texts);
        const version = { day: `2026-12-${String(step + 1).padStart(2, '0')}` };
        const result = resolve(blocks, ledger, version);
        expect(resolve(blocks, ledger, version)).toEqual(result);
        landsRightly(result, ledger, published, texts, bodies);
        for (const fault of result.faults) {
          const stands = texts.some(
            (text) => text.kind === fault.kind && mainOrigin(text) === published.get(fault.id),
          );
          count[stands && fault.what === 'lost' ? 'needless' : 'asked'] += 1;
        }
        count.kept += published.size - result.faults.length;
        const answered = answer(result, published, texts, blocks, version);
        expect(answered.faults).toEqual([]);
        landsRightly(answered, ledger, published, texts, bodies);
        answered.ids.forEach((id, at) => {
          bodies.set(id, bodyOf(texts, at));
        });
        ledger = answered.ledger;
        const again = resolve(blocks, ledger, version);
        expect(again.ids).toEqual(answered.ids);
        expect(again.previous).toEqual(answered.previous);
        expect(again.changes).toEqual([]);
        expect(again.ledger).toEqual(ledger);
        expect(parseLedger(ledgerText(ledger))).toEqual(ledger);
        remember(published, ledger, texts, answered.ids);
        standsAtEverySlug(ledger, slugs);
      }
    }),
    { numRuns, seed },
  );
  console.log(
    `kept ${count.kept}, asked ${count.asked}, asked though the text still stood ${count.needless}`,
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

/** Every slug the essay was ever published under has a page, and every id a way on from there. */
function standsAtEverySlug(ledger: Ledger, slugs: ReadonlySet<string>) {
  const essay = { ...frontmatter, slug: ledger.slug };
  const left = formerAddresses(new Map([[ledger.slug, ledger]]), [essay]);
  expect([...left.map((one) => one.slug), ledger.slug].sort()).toEqual([...slugs].sort());
  for (const { fragments } of left)
    expect(fragments.map(({ id, to }) => [id, to])).toEqual(
      ids(ledger).map((id) => [id, fragmentAddress(essayAddress(ledger.slug), id)]),
    );
}

/** Every id ever published is in the page once, on words that were written for it, or the build stops and names it. */
function landsRightly(
  result: Resolution,
  before: Ledger,
  published: ReadonlyMap<string, number>,
  texts: readonly Text[],
  bodies: ReadonlyMap<string, readonly number[]>,
) {
  const places = new Map<string, number | null>();
  const put = (id: string, at: number | null) => {
    expect(places.has(id), `${id} stands twice`).toBe(false);
    places.set(id, at);
  };
  result.ids.forEach((id, index) => {
    put(id, index);
    for (const old of result.previous[index] ?? []) put(old, index);
  });
  for (const one of result.tombstones) for (const id of [one.id, ...one.also]) put(id, null);
  const asked = new Set(result.faults.map((fault) => fault.id));
  for (const [id, origin] of published) {
    if (asked.has(endOf(id, result.ledger))) continue;
    expect(places.has(id), `${id} is lost in silence`).toBe(true);
    const at = places.get(id) ?? null;
    const was = before.anchors.find((one) => one.id === id);
    // what was merged earlier follows its new host; a section without its heading leads to the text it had
    const follows =
      was?.to !== undefined || (was?.kind === 'section' && at !== null && result.ids[at] !== id);
    if (at === null || follows) continue;
    const right =
      originsOf(texts[at]).has(origin) ||
      (was?.kind === 'section' && isLikeliestTwin(texts, at, new Set(bodies.get(id))));
    expect(right, `${id} stands on another text`).toBe(true);
  }
}

/**
 * Twins with the same words cannot be told apart but by what stands under them: the id may be on any that has
 * as much of the text that stood under it as every other.
 */
function isLikeliestTwin(texts: readonly Text[], heading: number, body: ReadonlySet<number>): boolean {
  const words = (text: Text | undefined) => text?.words.map(({ word }) => word).join(' ');
  const held = (at: number) => wordsUnder(texts, at).filter(({ origin }) => body.has(origin)).length;
  const twins = texts.flatMap((text, at) => (words(text) === words(texts[heading]) ? [at] : []));
  return twins.length > 1 && twins.every((twin) => held(heading) >= held(twin));
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

/** What an author does when the build stops: points to the text where it stands, takes it out for a reason otherwise. */
function answer(
  result: Resolution,
  published: ReadonlyMap<string, number>,
  texts: readonly Text[],
  blocks: readonly Block[],
  version: { day: string },
): Resolution {
  let current = result;
  for (let round = 0; current.faults.length > 0 && round < 5; round += 1) {
    const anchors = current.ledger.anchors.map((anchor) => {
      const fault = current.faults.find((one) => one.id === anchor.id);
      if (!fault) return anchor;
      const { first: _, to: __, ...rest } = anchor;
      const at = texts.findIndex((text, index) => {
        const free =
          current.ids[index] === anchor.id || !ids(result.ledger).includes(current.ids[index] ?? '');
        return (
          (free || fault.guess === index) &&
          text.kind === anchor.kind &&
          originsOf(text).has(published.get(anchor.id) ?? -1)
        );
      });
      const text = blocks[at]?.text;
      if (text === undefined || round > 2) return { ...rest, retired: 'It was wrong.' };
      return { ...rest, text: openingOf(text), words: sketchOf(text) };
    });
    current = resolve(blocks, { ...current.ledger, anchors }, version);
  }
  return current;
}
