import { essayAddress } from '../document/address.ts';
import { pathFromRoot } from '../paths.ts';
import { CommandError } from './command-error.ts';
import { type Ledger, ledgerText } from './ledger.ts';
import { ledgerPath } from './ledger-file.ts';
import type { LedgerStates } from './load-ledgers.ts';
import { lastLedger } from './missing-essay.ts';

/** Files to be written, by path; `null` for one to be deleted. */
export type FileWrites = ReadonlyMap<string, string | null>;

/** Keeps the ledger of a removed essay with the reason. @throws CommandError where the essay still has a text */
export function retireEssay(slug: string, why: string, states: LedgerStates): FileWrites {
  if (why.trim() === '')
    throw new CommandError('`--why` is missing. Write --why "what a reader should know".');
  return orphanedLedger(slug, { retired: why.trim() }, states);
}

/**
 * Redirects a removed essay to another. A target that was never published is the same essay under a new slug and
 * takes over the ledger. A published one has its own: the ledger of the removed essay is kept and leads to it.
 * @throws CommandError where the essay still has a text, or the target does not exist
 */
export function redirectEssay(slug: string, target: string, states: LedgerStates): FileWrites {
  const { current, orphaned, list } = states;
  const targetEssay = current.find(({ source }) => source.slug === target);
  if (!targetEssay) {
    const known = current.map(({ source }) => essayAddress(source.slug)).join(', ');
    throw new CommandError(
      `There is no published essay at \`${essayAddress(target)}\`. The essays are: ${known || 'none'}.`,
    );
  }
  if (list.published.has(target)) return orphanedLedger(slug, { to: essayAddress(target) }, states);
  const ledger = removedLedger(slug, states);
  const writes = new Map<string, string | null>([[targetEssay.file, ledgerText(ledger)]]);
  if (orphaned.some(({ source }) => source.slug === slug)) writes.set(pathFromRoot(ledgerPath(slug)), null);
  return writes;
}

function orphanedLedger(
  slug: string,
  outcome: { to: string } | { retired: string },
  states: LedgerStates,
): FileWrites {
  const { title: lastTitle, to: _, retired: __, ...rest } = removedLedger(slug, states);
  const title = states.list.published.get(slug)?.title ?? lastTitle ?? slug;
  return new Map([[pathFromRoot(ledgerPath(slug)), ledgerText({ ...rest, slug, title, ...outcome })]]);
}

/** The last ledger of an essay without a text. @throws CommandError where it has one, or no ledger is known */
function removedLedger(slug: string, states: LedgerStates): Ledger {
  const essay = states.current.find(({ source }) => source.slug === slug);
  if (essay)
    throw new CommandError(`The essay \`${slug}\` still has a text: ${essay.source.file}. Remove it first.`);
  const last = lastLedger(slug, states);
  if (last) return last.ledger;
  const file = pathFromRoot(ledgerPath(slug));
  throw new CommandError(
    states.list.published.has(slug)
      ? `No commit on this machine has the ids of \`${slug}\`. Restore ${file} from a copy, or fetch the whole history (\`git fetch --unshallow\`).`
      : `No essay was ever published at \`${essayAddress(slug)}\`.`,
  );
}
