import { essayAddress } from '../document/address.ts';
import type { Problem } from '../document/problem.ts';
import { type Ledger, parseLedger } from './ledger.ts';
import { ledgerPath, shown } from './load-ledger.ts';
import type { LedgerStates } from './load-ledgers.ts';

/** Essays that were published and of which there is neither text nor a word of what became of them. */
export function lostEssays(library: LedgerStates): Problem[] {
  const { current, orphaned, list, unreadable, hasAllTexts } = library;
  if (unreadable.length > 0 || !hasAllTexts) return []; // a text that cannot be read may be the one that is missed
  const all = [...current, ...orphaned];
  const known = all.flatMap(({ source, resolution: { ledger } }) => [source.slug, ...ledger.formerly]);
  const missing = [...list.published.keys()].filter((slug) => !known.includes(slug));
  const silent = orphaned.filter(({ ledger: { to, retired } }) =>
    to === undefined ? retired === undefined : !known.some((slug) => essayAddress(slug) === to),
  );
  return [...missing, ...silent.map(({ source }) => source.slug)].map((slug) => lostEssay(slug, library));
}

/** What stops the build, and the ways on, each as a line that can be copied. */
function lostEssay(slug: string, library: LedgerStates): Problem {
  const { list } = library;
  const past = pastLedger(slug, library);
  const title = list.published.get(slug) ?? past?.ledger.title ?? slug;
  const folder = shown(ledgerPath(slug)).replace('/anchors.json', '');
  const addresses = [slug, ...(past?.ledger.formerly ?? [])].map((one) => `\`${essayAddress(one)}\``);
  const restore = past?.commit
    ? `git checkout ${past.commit} -- ${folder}`
    : `put the folder ${folder} back, with its \`anchors.json\``;
  const target = past ? likeliest(past.ledger, library) : null;
  const line = list.before.split('\n').findIndex((text) => text.includes(`${JSON.stringify(slug)}:`)) + 1;
  return {
    file: list.file,
    line,
    message: `The essay “${title}” was published at ${addresses.join(' and ')} and has no text any more: every link to it would break.
  restore     ${restore}
  redirect    npm run anchors -- redirect ${essayAddress(slug)} ${essayAddress(target ?? 'slug-of-the-essay-in-its-place')}
  retire      npm run anchors -- retire ${essayAddress(slug)} --why "what a reader should know"`,
  };
}

/** The ledger of an essay whose text is gone: as it was left, or as it was last committed. */
export function pastLedger(
  slug: string,
  { orphaned, history }: LedgerStates,
): { ledger: Ledger; commit: string | null } | null {
  const last = history?.last(ledgerPath(slug));
  const there = orphaned.find(({ source }) => source.slug === slug);
  if (there) return { ledger: there.resolution.ledger, commit: last?.commit ?? null };
  if (!last) return null;
  const ledger = parseLedger(last.text);
  return 'message' in ledger ? null : { ledger, commit: last.commit };
}

/** The slug of the essay that holds most of what the lost one held, where one holds any of it. */
function likeliest(past: Ledger, { current }: LedgerStates): string | null {
  const ids = new Set(past.anchors.map(({ id }) => id));
  const shared = current.map(({ source, resolution }) => ({
    slug: source.slug,
    count: resolution.ids.filter((id) => ids.has(id)).length,
  }));
  return shared.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)[0]?.slug ?? null;
}
