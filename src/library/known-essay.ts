import { readLedgerText } from '../anchors/ledger-file.ts';
import type { LedgerState } from '../anchors/load-ledger.ts';
import type { LedgerLoader } from '../anchors/load-ledgers.ts';
import { newIds } from '../anchors/new-ids.ts';
import type { Comment } from '../comments/comment.ts';
import { idOfFile } from '../comments/comment-file.ts';
import { readCommentFiles } from '../comments/comment-folder.ts';
import type { Source } from '../compile/text-reader.ts';
import { noBlocks } from '../document/found-blocks.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import type { CompiledText, TextCompiler } from './text-compiler.ts';

/** A compiled essay with what it was made of. */
export interface KnownEssay {
  source: Source<Frontmatter>;
  /** Null for a draft, and for an essay of which the text or the ledger cannot be read. */
  state: LedgerState | null;
  text: CompiledText<Frontmatter>;
}

/** True where neither the text nor its ledger has changed. What could not be read is tried again. */
export function isSame(source: Source<Frontmatter>, known: KnownEssay): boolean {
  if (source !== known.source) return false;
  return known.state ? known.state.storedText === readLedgerText(source.slug) : source.metadata.draft;
}

/**
 * Compiles an essay with its ledger and its comments.
 * @param waiting comments that wait for approval
 */
export async function compileEssay(
  source: Source<Frontmatter>,
  ledgers: LedgerLoader,
  compiler: TextCompiler,
  waiting: readonly Comment[],
): Promise<KnownEssay> {
  const { language, comments } = source.metadata;
  const isOff = comments === 'off';
  const { found } = await compiler.blocks(source, language);
  if (!found) ledgers.skip();
  const files = isOff ? [] : readCommentFiles(source.slug);
  const there = files.flatMap(({ file }) => idOfFile(file) ?? []);
  const state = found && ledgers.load(source, found, there);
  const ids = state?.resolution ?? newIds(found ?? noBlocks);
  const text = await compiler.document(source, source.metadata, language, ids, {
    files,
    found: found ?? noBlocks,
    removed: (state?.resolution.ledger.comments ?? []).filter((id) => !there.includes(id)),
    pending: isOff ? [] : waiting,
  });
  return { source, state, text };
}
