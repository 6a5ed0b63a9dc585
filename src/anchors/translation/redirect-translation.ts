import { essayAddress } from '../../document/address.ts';
import { formatProblem } from '../../document/problem.ts';
import { translationSlug } from '../../document/slug.ts';
import type { FileWrites } from '../change-essay.ts';
import { CommandError } from '../command-error.ts';
import type { LedgerStates } from '../load-ledgers.ts';
import { publishedLanguages } from './published-languages.ts';
import { readRecord, recordPath } from './record-file.ts';
import { parseRecord, recordText } from './translation-record.ts';

/** A translation in an argument of a command, as it is in its address. */
export interface TranslationArgument {
  /** The slug of the essay. */
  original: string;
  language: string;
}

/** The translation at `/essays/slug/de/`; null for anything else. */
export function translationArgument(argument: string): TranslationArgument | null {
  const [, original, language] = /^\/?essays\/([^/#]+)\/([^/#]+)\/?$/.exec(argument) ?? [];
  return original && language ? { original, language } : null;
}

/**
 * Keeps the record of a removed translation, whose address leads to its original from now on.
 * @param to the slug of the essay to which it is to lead
 * @throws CommandError where the translation still has a text or was never published, or where it is to lead elsewhere
 */
export function redirectTranslation(
  { original, language }: TranslationArgument,
  to: string | null,
  states: LedgerStates,
): FileWrites {
  const slug = translationSlug(original, language);
  const text = states.translations.find(
    (one) => translationSlug(one.original, one.metadata.language) === slug,
  );
  if (text)
    throw new CommandError(`The translation \`${slug}\` still has a text: ${text.file}. Remove it first.`);
  if (to !== original)
    throw new CommandError(
      `A translation can lead to its original only. Write \`redirect ${essayAddress(slug)} ${essayAddress(original)}\`.`,
    );
  const essay = states.current.find(({ source }) => source.slug === original);
  const published = essay ? publishedLanguages(essay, states) : [];
  const tag = published.find((one) => translationSlug(original, one) === slug);
  if (tag === undefined)
    throw new CommandError(`No translation was ever published at \`${essayAddress(slug)}\`.`);
  const { file, record } = lastRecord(original, tag, states);
  return new Map([[file, recordText({ ...record, to: 'original' })]]);
}

/** The record in the folder of the essay, or the last one that was committed. */
function lastRecord(original: string, language: string, { history }: LedgerStates) {
  const read = readRecord(original, language);
  if (!('record' in read)) throw new CommandError(formatProblem(read));
  const last = read.storedText === '' ? history?.last(recordPath(original, language)) : undefined;
  const parsed = last ? parseRecord(last.text) : read.record;
  return { file: read.file, record: 'blocks' in parsed ? parsed : read.record };
}
