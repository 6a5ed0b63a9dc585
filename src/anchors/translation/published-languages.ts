import type { LedgerState } from '../load-ledger.ts';
import type { LedgerStates } from '../load-ledgers.ts';

/** The languages of every translation that was published at the address of an essay or at a former one, each once. */
export function publishedLanguages(
  { source: { slug }, resolution }: LedgerState,
  { list: { published } }: Pick<LedgerStates, 'list'>,
): string[] {
  const slugs = [slug, ...resolution.ledger.previousSlugs];
  return [...new Set(slugs.flatMap((one) => published.get(one)?.translations ?? []))];
}
