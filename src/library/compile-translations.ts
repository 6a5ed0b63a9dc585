import type { LedgerState } from '../anchors/load-ledger.ts';
import { newIds } from '../anchors/new-ids.ts';
import type { StaleFile } from '../anchors/stale-files.ts';
import { type RecordFile, readRecord, staleRecord } from '../anchors/translation/record-file.ts';
import {
  resolveTranslation,
  type TranslationResolution,
} from '../anchors/translation/resolve-translation.ts';
import type { TranslationSource } from '../compile/read-sources.ts';
import type { Source } from '../compile/text-reader.ts';
import { essayAddress } from '../document/address.ts';
import type { Block } from '../document/block.ts';
import type { BlockIds } from '../document/block-ids.ts';
import { noBlocks } from '../document/found-blocks.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import type { Problem } from '../document/problem.ts';
import type { CompiledText, TextCompiler } from './text-compiler.ts';

/** The translation of an essay, compiled. Its slug is the essay's with the language: `tides/de`. */
export interface CompiledTranslation extends CompiledText<Frontmatter> {
  /** The slug of the essay. */
  original: string;
}

/** An essay whose translations are compiled. */
export interface TranslatedEssay {
  source: Source<Frontmatter>;
  /** Null where it has no ledger yet. */
  state: LedgerState | null;
}

/** Every translation that is shown, and the records of their ids that are not as they should be. */
export interface Translations {
  translations: CompiledTranslation[];
  staleRecords: StaleFile[];
  problems: Problem[];
}

/**
 * Compiles translations behind their essays, whose ids they have. One that is held back until its day, or whose essay is,
 * has a record all the same, so that nothing is left to write on that day.
 * @param essays those that are shown and those that are held back, by slug
 * @param isShown whether a text is part of the site
 */
export async function compileTranslations(
  sources: readonly TranslationSource[],
  essays: ReadonlyMap<string, TranslatedEssay>,
  compiler: TextCompiler,
  isShown: (source: Source<Frontmatter>) => boolean,
): Promise<Translations> {
  const all: Translations = { translations: [], staleRecords: [], problems: [] };
  for (const source of sources) {
    const essay = essays.get(source.original);
    if (!essay || (source.metadata.draft && !isShown(source))) continue;
    const resolved = await resolvedTranslation(source, essay, compiler);
    if ('message' in resolved) {
      all.problems.push(resolved);
      continue;
    }
    const { resolution, file } = resolved;
    if (!source.metadata.draft && !essay.source.metadata.draft)
      all.staleRecords.push(...staleRecord(file, resolution));
    if (!isShown(source) || !isShown(essay.source)) continue;
    const { ids, previous, tombstones, stale } = resolution;
    const outdated = stale.length > 0 ? { ids: stale, original: essayAddress(source.original) } : undefined;
    const { language } = source.metadata;
    const text = await compiler.document(source, source.metadata, language, {
      ids,
      previous,
      tombstones,
      outdated,
    });
    all.translations.push({ ...text, original: source.original });
    all.problems.push(...text.problems);
  }
  return all;
}

/** Which ids a translation has. @returns a problem where its record cannot be read */
export async function resolvedTranslation(
  source: TranslationSource,
  { source: essay, state }: TranslatedEssay,
  compiler: TextCompiler,
): Promise<
  | Problem
  | { resolution: TranslationResolution; file: RecordFile; original: { blocks: Block[]; ids: BlockIds } }
> {
  const { language } = source.metadata;
  const file = readRecord(source.original, language);
  if ('message' in file) return file;
  const { found } = await compiler.blocks(source, language);
  const ofEssay = state?.found ?? (await compiler.blocks(essay, essay.metadata.language)).found ?? noBlocks;
  const original = { ...ofEssay, ids: state?.resolution ?? newIds(ofEssay) };
  return { resolution: resolveTranslation(found ?? noBlocks, original, file.record), file, original };
}
