import { essayAddress, fragmentAddress } from '../document/address.ts';
import type { Anchor, Ledger } from './ledger.ts';

/** A fragment of a former address: somebody may have linked to it. */
export interface FormerFragment {
  id: string;
  /** How its text began. */
  text: string;
  /** The address of the text now; null where it was removed. */
  to: string | null;
}

/** What a page at a former address says about the essay that replaces it. */
export interface CurrentEssay {
  slug: string;
  title: string;
  description: string;
  language: string;
  canonical?: string | undefined;
}

/** An address at which an essay was published and at which there is none now. */
export interface FormerAddress {
  slug: string;
  title: string;
  /** The essay that replaces it; null where it was retired. */
  essay: CurrentEssay | null;
  /** Why it was retired; null where another essay replaces it. */
  why: string | null;
  /** Every id that was ever published at this address. */
  fragments: FormerFragment[];
}

/**
 * Every address that needs a page because an essay was published there: the previous slugs of essays, and orphaned
 * ledgers.
 * @param ledgers by folder name
 * @param essays the published ones
 */
export function formerAddresses(
  ledgers: ReadonlyMap<string, Ledger>,
  essays: readonly CurrentEssay[],
): FormerAddress[] {
  const bySlug = new Map(essays.map((essay) => [essay.slug, essay]));
  const addresses = [...ledgers].flatMap(([folder, ledger]): FormerAddress[] => {
    const last = replacementOf(folder, ledgers);
    const essay = bySlug.get(last) ?? null;
    const why = ledgers.get(last)?.retired ?? null;
    if (essay === null && why === null) return []; // a draft, or not decided yet
    const slugs = last === folder && essay ? ledger.previousSlugs : [folder, ...ledger.previousSlugs];
    const title = essay?.title ?? ledger.title ?? folder;
    const ids = new Set(essay ? ledgers.get(last)?.anchors.map(({ id }) => id) : []);
    const comments = new Set(essay ? ledgers.get(last)?.comments : []);
    const fragments = [
      ...ledger.anchors.map(({ id, text }) => ({ id, text, to: addressOf(id, ledger.anchors, ids, last) })),
      ...(ledger.comments ?? []).map((id) => ({
        id,
        text: '',
        to: comments.has(id) ? fragmentAddress(essayAddress(last), id) : null,
      })),
    ];
    return slugs.map((slug) => ({ slug, title, essay, why, fragments }));
  });
  return addresses.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** The folder of the essay that replaces one, after any number of redirects. */
function replacementOf(folder: string, ledgers: ReadonlyMap<string, Ledger>): string {
  const seen = new Set<string>();
  let last = folder;
  for (let to = ledgers.get(last)?.to; to !== undefined && !seen.has(last); to = ledgers.get(last)?.to) {
    seen.add(last);
    const next = [...ledgers].find(([one, { previousSlugs }]) =>
      [one, ...previousSlugs].some((slug) => essayAddress(slug) === to),
    );
    last = next?.[0] ?? last;
  }
  return last;
}

/** The address that an id leads to, after any number of redirects. */
function addressOf(
  id: string,
  anchors: readonly Anchor[],
  ids: ReadonlySet<string>,
  slug: string,
): string | null {
  const seen = new Set<string>();
  for (let next: string | undefined = id; next !== undefined && !seen.has(next); ) {
    seen.add(next);
    if (ids.has(next)) return fragmentAddress(essayAddress(slug), next);
    const to: string | undefined = anchors.find((one) => one.id === next)?.to;
    if (to?.startsWith('/')) return to;
    next = to?.slice(1);
  }
  return null;
}
