import { essayAddress } from '../document/address.ts';
import { Refusal } from './change-ledger.ts';
import { type Ledger, ledgerText } from './ledger.ts';
import { ledgerPath, shown } from './load-ledger.ts';
import type { LedgerStates } from './load-ledgers.ts';
import { pastLedger } from './missing-essay.ts';

/** A ledger to be written; `null` for one to be taken away. */
export type Writes = ReadonlyMap<string, string | null>;

/** Leaves the ledger of an essay that is gone, with the reason. @throws Refusal where the essay still stands */
export function essayRetired(slug: string, why: string, library: LedgerStates): Writes {
  if (why.trim() === '') throw new Refusal('Say why, for the readers: --why "It was wrong."');
  return orphanedWith(slug, { retired: why.trim() }, library);
}

/**
 * Leads from an essay that is gone to the one in its place. One that was never published is the same essay under
 * a new name and takes over the whole ledger; any other keeps its own, and the old one is left and points to it.
 * @throws Refusal where the essay still stands, or the other does not
 */
export function essayRedirected(slug: string, target: string, library: LedgerStates): Writes {
  const { current, list } = library;
  const host = current.find(({ source }) => source.slug === target);
  if (!host) {
    const known = current.map(({ source }) => essayAddress(source.slug)).join(', ');
    throw new Refusal(
      `No published essay stands at \`${essayAddress(target)}\`. The essays are: ${known || 'none'}.`,
    );
  }
  if (list.published.has(target)) return orphanedWith(slug, { to: essayAddress(target) }, library);
  const writes = new Map<string, string | null>([[host.file, ledgerText(pastOf(slug, library))]]);
  if (library.orphaned.some(({ source }) => source.slug === slug)) writes.set(shown(ledgerPath(slug)), null);
  return writes;
}

function orphanedWith(
  slug: string,
  what: { to: string } | { retired: string },
  library: LedgerStates,
): Writes {
  const { title: before, to: _, retired: __, ...past } = pastOf(slug, library);
  const title = library.list.published.get(slug) ?? before ?? slug;
  return new Map([[shown(ledgerPath(slug)), ledgerText({ ...past, slug, title, ...what })]]);
}

function pastOf(slug: string, library: LedgerStates): Ledger {
  const there = library.current.find(({ source }) => source.slug === slug);
  if (there)
    throw new Refusal(`The essay \`${slug}\` still stands: ${there.source.file}. Take its text away first.`);
  const past = pastLedger(slug, library);
  if (past) return past.ledger;
  const file = shown(ledgerPath(slug));
  throw new Refusal(
    library.list.published.has(slug)
      ? `The ids of \`${slug}\` are in no commit that this machine has. Put ${file} back from a copy, or fetch the whole history (\`git fetch --unshallow\`).`
      : `No essay was ever published at \`${essayAddress(slug)}\`.`,
  );
}
