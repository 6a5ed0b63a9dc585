import { essayAddress } from '../document/address.ts';
import { type Problem, problem } from '../document/problem.ts';
import { pathFromRoot } from '../paths.ts';
import { withDropped } from './committed-ledger.ts';
import { emptyLedger, type Ledger, parseLedger } from './ledger.ts';
import { ledgerPath } from './ledger-file.ts';
import type { LedgerStates } from './load-ledgers.ts';

/** Published essays without a text that are neither redirected nor retired. */
export function missingEssays(states: LedgerStates): Problem[] {
  const { current, orphaned, list, unreadable, hasAllTexts } = states;
  if (unreadable.length > 0 || !hasAllTexts) return []; // a text that cannot be read may be the missing one
  const all = [...current, ...orphaned];
  const known = all.flatMap(({ source, resolution: { ledger } }) => [source.slug, ...ledger.previousSlugs]);
  const unlisted = [...list.published.keys()].filter((slug) => !known.includes(slug));
  const undecided = orphaned.filter(({ ledger: { to, retired } }) =>
    to === undefined ? retired === undefined : !known.some((slug) => essayAddress(slug) === to),
  );
  return [...unlisted, ...undecided.map(({ source }) => source.slug)].map((slug) =>
    missingEssay(slug, states),
  );
}

/** The problem, with one line that can be copied for each solution. */
function missingEssay(slug: string, states: LedgerStates): Problem {
  const { list } = states;
  const last = lastLedger(slug, states);
  const title = list.published.get(slug)?.title ?? last?.ledger.title ?? slug;
  const folder = pathFromRoot(ledgerPath(slug)).replace('/anchors.json', '');
  const addresses = [slug, ...(last?.ledger.previousSlugs ?? [])].map((one) => `\`${essayAddress(one)}\``);
  const restore = last?.commit
    ? `git checkout ${last.commit} -- ${folder}`
    : `put the folder ${folder} back, with its \`anchors.json\``;
  const replacement = last ? likelyReplacement(last.ledger, states) : null;
  const target = essayAddress(replacement ?? 'slug-of-another-essay');
  const line = list.storedText.split('\n').findIndex((text) => text.includes(`${JSON.stringify(slug)}:`)) + 1;
  const solutions = [
    `  restore     ${restore}`,
    `  redirect    npm run anchors -- redirect ${essayAddress(slug)} ${target}`,
    `  retire      npm run anchors -- retire ${essayAddress(slug)} --why "what a reader should know"`,
  ].join('\n');
  const values = { title, addresses: addresses.join(' and '), solutions };
  return problem('anchors/missing-essay', values, { file: list.file, line });
}

/** The ledger of an essay without a text: the orphaned one, or the last one that was committed. */
export function lastLedger(
  slug: string,
  { orphaned, history }: LedgerStates,
): { ledger: Ledger; commit: string | null } | null {
  const last = history?.last(ledgerPath(slug));
  const orphan = orphaned.find(({ source }) => source.slug === slug);
  if (orphan) return { ledger: orphan.resolution.ledger, commit: last?.commit ?? null };
  const dropped = history?.dropped(slug);
  const ledger = last ? parseLedger(last.text) : emptyLedger(slug);
  if ('message' in ledger || (!last && !dropped)) return null;
  return { ledger: dropped ? withDropped(ledger, dropped) : ledger, commit: last?.commit ?? null };
}

/** The slug of the essay that has most ids of the missing one; null where none has any. */
function likelyReplacement(missing: Ledger, { current }: LedgerStates): string | null {
  const ids = new Set(missing.anchors.map(({ id }) => id));
  const shared = current.map(({ source, resolution }) => ({
    slug: source.slug,
    count: resolution.ids.filter((id) => ids.has(id)).length,
  }));
  return shared.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)[0]?.slug ?? null;
}
