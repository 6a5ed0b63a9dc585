import { type LedgerLoader, type LedgerStates, ledgerLoader } from '../anchors/load-ledgers.ts';
import { approvedIds } from '../comments/comment-folder.ts';
import type { Sources } from '../compile/read-sources.ts';
import type { Source } from '../compile/text-reader.ts';
import { noBlocks } from '../document/found-blocks.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import type { Problem } from '../document/problem.ts';
import type { TextCompiler } from './text-compiler.ts';

/** The ledgers of all published essays, without making documents; mistakes in texts that ids do not depend on stay unseen. */
export async function compileLedgers(
  sources: Sources,
  compiler: TextCompiler,
): Promise<{ ledgers: LedgerStates; problems: Problem[] }> {
  const ledgers = ledgersOf(sources, compiler);
  const problems: Problem[] = [];
  for (const source of sources.essays) {
    if (source.metadata.draft) ledgers.load(source, noBlocks, []);
    else problems.push(...(await loadOnlyLedger(source, ledgers, compiler)));
  }
  return { ledgers: ledgers.finish(), problems };
}

/** Brings the ledger of an essay up to date without making its document. @returns mistakes in the text */
export async function loadOnlyLedger(
  source: Source<Frontmatter>,
  ledgers: LedgerLoader,
  compiler: TextCompiler,
): Promise<Problem[]> {
  const { found, problems } = await compiler.blocks(source, source.metadata.language);
  const comments = source.metadata.comments === 'off' ? [] : [...approvedIds(source.slug)];
  if (found) ledgers.load(source, found, comments);
  else ledgers.skip();
  return problems;
}

/**
 * Loads the ledgers of these texts.
 * @param same essays whose ledgers need no loading
 */
export function ledgersOf(
  { essays, orphanedLedgers, problems, translations, translationRecords: records }: Sources,
  { resolve, history: stored }: TextCompiler,
  same: ReadonlyMap<string, unknown> = new Map(),
): LedgerLoader {
  const slugs = essays.map(({ slug }) => slug);
  const changed = slugs.filter((slug) => !same.has(slug));
  const hasAllTexts = problems.length === 0;
  const ofTranslations = { translations, records };
  return ledgerLoader({ slugs, changed, orphanedLedgers, hasAllTexts, resolve, stored, ...ofTranslations });
}
