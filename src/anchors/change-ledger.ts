import type { Block } from '../document/block.ts';
import { nearest } from '../document/nearest.ts';
import { CommandError } from './command-error.ts';
import type { Anchor, Ledger } from './ledger.ts';
import type { LedgerState } from './load-ledger.ts';
import { openingOf, sketchOf } from './match/sketch.ts';

/** The anchor with an id. @throws CommandError with the nearest id */
export function findAnchor(ledger: Ledger, id: string): Anchor {
  const anchor = ledger.anchors.find((one) => one.id === id);
  if (anchor) return anchor;
  const near = nearest(
    id,
    ledger.anchors.map((one) => one.id),
  );
  const suggestion = near ? ` Did you mean \`${near}\`?` : '';
  throw new CommandError(`No id \`${id}\` was ever published in \`${ledger.slug}\`.${suggestion}`);
}

/**
 * The ledger in which a lost id leads to another text.
 * @param to `#id` in the same essay or an address in the site
 * @throws CommandError where the text still exists, or the target leads back to the id
 */
export function redirectId(state: LedgerState, id: string, to: string): Ledger {
  checkRemoved(state, id);
  for (let next = to; next.startsWith('#'); ) {
    if (next === `#${id}`)
      throw new CommandError(`\`${to}\` leads back to \`${id}\`. Choose another target.`);
    const anchor = state.ledger.anchors.find((one) => `#${one.id}` === next);
    if (!anchor && !state.resolution.ids.includes(next.slice(1)))
      throw new CommandError(`\`${next}\` is not an id in \`${state.source.slug}\`.`);
    next = anchor?.to ?? '';
  }
  return withAnchor(state.ledger, id, ({ retired: _, ...anchor }) => ({ ...anchor, to }));
}

/** The ledger in which a lost id leads to a tombstone. @throws CommandError where the text still exists */
export function retireId(state: LedgerState, id: string, why: string): Ledger {
  checkRemoved(state, id);
  if (why.trim() === '')
    throw new CommandError('`--why` is missing. Write --why "what a reader should know".');
  return withAnchor(state.ledger, id, ({ to: _, ...anchor }) => ({ ...anchor, retired: why.trim() }));
}

/** The ledger in which an id belongs to the block that is most likely meant. @throws CommandError where there is none */
export function acceptId(state: LedgerState, id: string): Ledger {
  findAnchor(state.ledger, id);
  const conflict = state.resolution.conflicts.find((one) => one.id === id);
  if (!conflict) throw new CommandError(`\`${id}\` has no conflict.`);
  const block = conflict.guess === null ? undefined : state.found.blocks[conflict.guess];
  if (!block || conflict.what === 'renamed')
    throw new CommandError(`No text replaces the one of \`${id}\`. Redirect or retire it.`);
  return withAccepted(state.ledger, id, block, state.resolution.ids.with(conflict.guess ?? -1, id));
}

/**
 * The ledger in which an id belongs to a block, and which is in the order of the text: a heading is known by what stands
 * under it, and one that is accepted with the words it had would otherwise be asked about again.
 * @param ids those of the blocks, in the order of the text, with `id` at its block
 */
export function withAccepted(ledger: Ledger, id: string, block: Block, ids: readonly string[]): Ledger {
  const accepted = withAnchor(ledger, id, ({ to: _, retired: __, firstSketch: ___, ...anchor }) => ({
    ...anchor,
    kind: block.kind,
    text: openingOf(block.text),
    sketch: sketchOf(block.text),
  }));
  const places = new Map(ids.map((one, index) => [one, index]));
  let place = -1; // of the anchor before, for one without a block
  const placed = accepted.anchors.map((anchor) => {
    place = places.get(anchor.id) ?? place;
    return { anchor, place };
  });
  placed.sort((a, b) => a.place - b.place);
  return { ...accepted, anchors: placed.map(({ anchor }) => anchor) };
}

function checkRemoved(state: LedgerState, id: string): void {
  findAnchor(state.ledger, id);
  const index = state.resolution.ids.indexOf(id);
  if (index < 0) return;
  const line = state.found.lines[index]?.first ?? 0;
  throw new CommandError(
    `The text of \`${id}\` still exists: ${state.source.file}:${line}. Remove it first.`,
  );
}

function withAnchor(ledger: Ledger, id: string, change: (anchor: Anchor) => Anchor): Ledger {
  return { ...ledger, anchors: ledger.anchors.map((one) => (one.id === id ? change(one) : one)) };
}
