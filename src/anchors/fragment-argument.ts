import { essayAddress } from '../document/address.ts';
import { decodedComponent } from '../document/decoded.ts';
import { findAnchor } from './change-ledger.ts';
import { CommandError } from './command-error.ts';
import type { LedgerState } from './load-ledger.ts';
import type { LedgerStates } from './load-ledgers.ts';

/** An id that an author wrote as an argument, and the ledger that has it. */
export interface FragmentArgument {
  state: LedgerState;
  id: string;
}

/** The slug in the address of a whole essay, `/essays/slug/`; null for anything else. */
export function essayArgument(argument: string): string | null {
  return /^\/?essays\/([^/#]+)\/?$/.exec(argument)?.[1] ?? null;
}

/**
 * Finds an id that was written as `/essays/slug/#id` or alone.
 * @param first the ledger that is searched first for an id without an address
 * @throws CommandError where no ledger has it, or several have it
 */
export function fragmentArgument(
  { current, orphaned }: LedgerStates,
  argument: string,
  first?: LedgerState,
): FragmentArgument {
  const all = [...current, ...orphaned];
  const [, slug, fragment] = /^\/?essays\/([^/#]+)\/?#(.+)$/.exec(argument) ?? [];
  const id = decodedComponent(fragment ?? argument.replace(/^#/, ''));
  const hasId = ({ ledger, resolution }: LedgerState) =>
    ledger.anchors.some((anchor) => anchor.id === id) || resolution.ids.includes(id);
  const hasSlug = ({ source, ledger }: LedgerState) =>
    source.slug === slug || ledger.previousSlugs.includes(slug ?? '');
  const candidates = all.filter(slug === undefined ? hasId : hasSlug);
  const state = first && slug === undefined && hasId(first) ? first : candidates[0];
  if (!state) {
    const known = all.map(({ source }) => source.slug).join(', ');
    throw new CommandError(`No published essay has \`${argument}\`. The essays are: ${known || 'none'}.`);
  }
  if (candidates.length > 1 && state !== first) {
    const choices = candidates.map(({ source }) => `${essayAddress(source.slug)}#${id}`).join(' or ');
    throw new CommandError(`Several essays have \`${id}\`. Write ${choices}.`);
  }
  if (!hasId(state)) findAnchor(state.ledger, id);
  return { state, id };
}
