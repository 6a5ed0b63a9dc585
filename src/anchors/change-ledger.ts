import { nearest } from '../document/nearest.ts';
import type { Anchor, Ledger } from './ledger.ts';
import type { LedgerState } from './load-ledger.ts';
import { openingOf, sketchOf } from './match/sketch.ts';

/** A wish that cannot be granted, in a sentence for the author. */
export class Refusal extends Error {}

/** The anchor with an id. @throws Refusal with the nearest id there is */
export function anchorOf(ledger: Ledger, id: string): Anchor {
  const anchor = ledger.anchors.find((one) => one.id === id);
  if (anchor) return anchor;
  const near = nearest(
    id,
    ledger.anchors.map((one) => one.id),
  );
  throw new Refusal(
    `No id \`${id}\` was ever published in \`${ledger.slug}\`.${near ? ` Did you mean \`${near}\`?` : ''}`,
  );
}

/**
 * The ledger in which a lost id leads to another place.
 * @param to `#id` in the same essay or an address in the site
 * @throws Refusal where the text still stands, or the new place leads back
 */
export function redirected(open: LedgerState, id: string, to: string): Ledger {
  mayGo(open, id);
  for (let next = to; next.startsWith('#'); ) {
    if (next === `#${id}`) throw new Refusal(`\`${to}\` leads to \`${id}\` itself, which is gone.`);
    const anchor = open.ledger.anchors.find((one) => `#${one.id}` === next);
    if (!anchor && !open.resolution.ids.includes(next.slice(1)))
      throw new Refusal(`There is no place \`${next}\` in \`${open.source.slug}\`.`);
    next = anchor?.to ?? '';
  }
  return changed(open.ledger, id, ({ retired: _, ...anchor }) => ({ ...anchor, to }));
}

/** The ledger in which a lost id leads to a tombstone. @throws Refusal where the text still stands */
export function retired(open: LedgerState, id: string, why: string): Ledger {
  mayGo(open, id);
  if (why.trim() === '') throw new Refusal('Say why, for the readers: --why "It was wrong."');
  return changed(open.ledger, id, ({ to: _, ...anchor }) => ({ ...anchor, retired: why.trim() }));
}

/** The ledger in which an id stands on the text that is most likely meant. @throws Refusal where there is none */
export function accepted(open: LedgerState, id: string): Ledger {
  anchorOf(open.ledger, id);
  const fault = open.resolution.faults.find((one) => one.id === id);
  if (!fault) throw new Refusal(`Nothing is in question about \`${id}\`.`);
  const block = fault.guess === null ? undefined : open.found.blocks[fault.guess];
  if (!block || fault.what === 'renamed')
    throw new Refusal(`No text stands in the place of \`${id}\`. Redirect or retire it instead.`);
  return changed(open.ledger, id, ({ to: _, retired: __, first: ___, ...anchor }) => ({
    ...anchor,
    kind: block.kind,
    text: openingOf(block.text),
    words: sketchOf(block.text),
  }));
}

function mayGo(open: LedgerState, id: string): void {
  anchorOf(open.ledger, id);
  const at = open.resolution.ids.indexOf(id);
  if (at < 0) return;
  const line = open.found.lines[at]?.first ?? 0;
  throw new Refusal(`The text of \`${id}\` still stands: ${open.source.file}:${line}. Take it out first.`);
}

function changed(ledger: Ledger, id: string, change: (anchor: Anchor) => Anchor): Ledger {
  return { ...ledger, anchors: ledger.anchors.map((one) => (one.id === id ? change(one) : one)) };
}
