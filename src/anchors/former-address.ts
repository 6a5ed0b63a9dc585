import { essayAddress, fragmentAddress } from '../document/address.ts';
import type { Anchor, Ledger } from './ledger.ts';

/** A place to which somebody may have linked at an address where its essay no longer stands. */
export interface FormerFragment {
  id: string;
  /** How its text began. */
  text: string;
  /** The address at which it stands now; null where it has no place any more. */
  to: string | null;
}

/** What a page at a former address says of the essay that replaces it. */
export interface CurrentEssay {
  slug: string;
  title: string;
  description: string;
  language: string;
  canonical?: string | undefined;
}

/** An address under which an essay was published and under which none stands today. */
export interface FormerAddress {
  slug: string;
  title: string;
  /** The essay that stands in its place; null where it was taken out. */
  essay: CurrentEssay | null;
  /** Why it was taken out; null where another stands in its place. */
  why: string | null;
  /** Every id that was ever published at this address. */
  fragments: FormerFragment[];
}

/**
 * Every address that needs a page because an essay stood there: essays under a new slug, and those of which
 * only the ledger is left.
 * @param ledgers by the folder they stand in
 * @param essays the published ones
 */
export function formerAddresses(
  ledgers: ReadonlyMap<string, Ledger>,
  essays: readonly CurrentEssay[],
): FormerAddress[] {
  const bySlug = new Map(essays.map((essay) => [essay.slug, essay]));
  const made = [...ledgers].flatMap(([folder, ledger]): FormerAddress[] => {
    const last = standIn(folder, ledgers);
    const essay = bySlug.get(last) ?? null;
    const why = ledgers.get(last)?.retired ?? null;
    if (essay === null && why === null) return []; // a draft, or in question still
    const slugs = last === folder && essay ? ledger.formerly : [folder, ...ledger.formerly];
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
  return made.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** The folder of the essay that stands in place of one, through as many steps as it takes. */
function standIn(folder: string, ledgers: ReadonlyMap<string, Ledger>): string {
  const seen = new Set<string>();
  let last = folder;
  for (let to = ledgers.get(last)?.to; to !== undefined && !seen.has(last); to = ledgers.get(last)?.to) {
    seen.add(last);
    const next = [...ledgers].find(([one, { formerly }]) =>
      [one, ...formerly].some((slug) => essayAddress(slug) === to),
    );
    last = next?.[0] ?? last;
  }
  return last;
}

/** Where the author said that a place went, through as many steps as it takes. */
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
