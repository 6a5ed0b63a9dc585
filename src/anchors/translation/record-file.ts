import { join } from 'node:path';
import { type Problem, problem } from '../../document/problem.ts';
import { recordName } from '../../document/record-name.ts';
import { essaysFolder, pathFromRoot } from '../../paths.ts';
import { readText } from '../ledger-file.ts';
import type { StaleFile } from '../stale-files.ts';
import type { TranslationResolution } from './resolve-translation.ts';
import { emptyRecord, parseRecord, recordText, type TranslationRecord } from './translation-record.ts';

/** The record of a translation as it is on the disk. */
export interface RecordFile {
  /** Path from the repository's top. */
  file: string;
  /** The text of the file; empty where there is none. */
  storedText: string;
  record: TranslationRecord;
}

/** The path of a record. @param slug of the essay */
export function recordPath(slug: string, language: string): string {
  return join(essaysFolder, slug, recordName(language));
}

/** Reads the record beside a translation; an empty one where there is no file. @param slug of the essay */
export function readRecord(slug: string, language: string): RecordFile | Problem {
  const at = recordPath(slug, language);
  const file = pathFromRoot(at);
  const storedText = readText(at);
  const record = storedText === '' ? emptyRecord(language) : parseRecord(storedText);
  if ('message' in record)
    return problem(
      'translation/unreadable-record',
      { reason: `${record.message}.` },
      { file, line: record.line },
    );
  return { file, storedText, record };
}

/** The record as it should be, where it is not so yet. */
export function staleRecord(
  { file, storedText }: RecordFile,
  { record }: TranslationResolution,
): StaleFile[] {
  const text = recordText(record);
  if (text === storedText) return [];
  const before = storedText === '' ? 0 : storedText.split('\n').length;
  const summary = before === 0 ? 'new' : 'the translation or its original has changed';
  return [{ file, text, summary, mayWait: false }];
}
