import { essayAddress } from '../document/address.ts';
import { anchorOf, Refusal } from './change-ledger.ts';
import type { LedgerState } from './load-ledger.ts';
import type { LedgerStates } from './load-ledgers.ts';

/** An id that an author wrote, and the ledger in which it stands. */
export interface WrittenPlace {
  ledger: LedgerState;
  id: string;
}

/** The slug in the address of a whole essay, `/essays/slug/`; null for anything else. */
export function writtenEssay(written: string): string | null {
  return /^\/?essays\/([^/#]+)\/?$/.exec(written)?.[1] ?? null;
}

/**
 * Finds an id that was written as `/essays/slug/#id` or alone.
 * @param home where an id without an address is looked for first
 * @throws Refusal where there is none, or several
 */
export function writtenPlace(
  { current, orphaned }: LedgerStates,
  written: string,
  home?: LedgerState,
): WrittenPlace {
  const all = [...current, ...orphaned];
  const [, slug, fragment] = /^\/?essays\/([^/#]+)\/?#(.+)$/.exec(written) ?? [];
  const id = decodedId(fragment ?? written.replace(/^#/, ''));
  const has = (one: LedgerState) =>
    one.ledger.anchors.some((anchor) => anchor.id === id) || one.resolution.ids.includes(id);
  const isAt = ({ source, ledger }: LedgerState) =>
    source.slug === slug || ledger.formerly.includes(slug ?? '');
  const there = all.filter(slug === undefined ? has : isAt);
  const ledger = home && slug === undefined && has(home) ? home : there[0];
  if (!ledger) {
    const known = all.map(({ source }) => source.slug).join(', ');
    throw new Refusal(`No published essay has \`${written}\`. The essays are: ${known || 'none'}.`);
  }
  if (there.length > 1 && ledger !== home) {
    const ways = there.map(({ source }) => `${essayAddress(source.slug)}#${id}`).join(' or ');
    throw new Refusal(`Several essays have \`${id}\`. Write which: ${ways}.`);
  }
  if (!has(ledger)) anchorOf(ledger.ledger, id);
  return { ledger, id };
}

function decodedId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
