import { CommandError } from '../anchors/command-error.ts';
import type { LedgerStates } from '../anchors/load-ledgers.ts';
import type { StaleFile } from '../anchors/stale-files.ts';
import { confirmTranslation } from '../anchors/translation/confirm-translation.ts';
import { staleRecord } from '../anchors/translation/record-file.ts';
import { recordText } from '../anchors/translation/translation-record.ts';
import type { Sources } from '../compile/read-sources.ts';
import { essayAddress } from '../document/address.ts';
import { decodedComponent } from '../document/decoded.ts';
import { resolvedTranslation } from './compile-translations.ts';
import type { TextCompiler } from './text-compiler.ts';

/** The published translations of a library with what belongs to them; those whose record cannot be read are left out. */
async function resolvedTranslations(sources: Sources, { current }: LedgerStates, compiler: TextCompiler) {
  const states = new Map(current.map((state) => [state.source.slug, state]));
  const all = [];
  for (const translation of sources.translations) {
    const source = sources.essays.find(({ slug }) => slug === translation.original);
    const state = states.get(translation.original);
    if (!source || !state || translation.metadata.draft) continue;
    const resolved = await resolvedTranslation(translation, { source, state }, compiler);
    if (!('message' in resolved)) all.push({ slug: translation.slug, ...resolved });
  }
  return all;
}

/** The records of translations as they should be, where they are not so. Nothing is written. */
export async function staleRecordsOf(
  ...library: Parameters<typeof resolvedTranslations>
): Promise<StaleFile[]> {
  const all = await resolvedTranslations(...library);
  return all.flatMap(({ file, resolution }) => staleRecord(file, resolution));
}

/**
 * The record of a translation whose blocks are as they should be although their originals have changed.
 * @param argument `/essays/slug/de/` for the whole translation, `/essays/slug/de/#id` for one block
 * @throws CommandError where there is no such translation, or no such block is marked in it
 */
export async function confirmedRecord(
  argument: string,
  ...library: Parameters<typeof resolvedTranslations>
): Promise<Map<string, string>> {
  const [, slug = '', fragment = ''] = /^\/?essays\/([^/#]+\/[^/#]+)\/?(?:#(.+))?$/.exec(argument) ?? [];
  const all = await resolvedTranslations(...library);
  const one = all.find((translation) => translation.slug === slug);
  if (!one) {
    const known = all.map((translation) => essayAddress(translation.slug)).join(', ');
    throw new CommandError(`\`${argument}\` is no translation. The translations are: ${known || 'none'}.`);
  }
  const { file, resolution, original } = one;
  const id = decodedComponent(fragment);
  const marked = resolution.stale.map((name) => `#${name}`).join(', ');
  if (resolution.stale.length === 0)
    throw new CommandError(`Nothing is marked in \`${essayAddress(slug)}\`: there is nothing to confirm.`);
  if (id !== '' && !resolution.stale.includes(id))
    throw new CommandError(
      resolution.ids.includes(id)
        ? `\`#${id}\` is not marked: its original has not changed since it was translated. Marked are: ${marked}.`
        : `There is no block \`#${id}\` in this translation. Marked are: ${marked}.`,
    );
  const record = confirmTranslation(resolution.record, original, id === '' ? undefined : [id]);
  return new Map([[file.file, recordText(record)]]);
}
