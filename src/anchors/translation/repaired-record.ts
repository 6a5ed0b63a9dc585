import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { languageOfRecord } from '../../document/record-name.ts';
import { essaysFolder } from '../../paths.ts';
import { readText } from '../ledger-file.ts';
import {
  emptyRecord,
  parseBlock,
  parseRecord,
  recordText,
  type TranslatedBlock,
} from './translation-record.ts';

/** The records of translations that cannot be read, as after a merge. */
export function brokenRecords(): string[] {
  const folders = readdirSync(essaysFolder, { withFileTypes: true }).filter((one) => one.isDirectory());
  const files = folders.flatMap(({ name }) =>
    readdirSync(join(essaysFolder, name)).map((file) => join(essaysFolder, name, file)),
  );
  return files.filter(
    (path) => languageOfRecord(basename(path)) !== null && 'message' in parseRecord(readText(path)),
  );
}

/**
 * The union of two versions of a record. Of a block that both have, that of `ours` stays, and that of `theirs` follows the
 * block before it. The next build looks for the text of each.
 */
export function mergedRecord(path: string, ours: string, theirs: string): string {
  const blocks = blocksIn(ours);
  blocksIn(theirs).forEach((block, index, all) => {
    if (blocks.some(({ id }) => id === block.id)) return;
    const before = blocks.findIndex(({ id }) => id === all[index - 1]?.id);
    blocks.splice(before + 1, 0, block);
  });
  const written = /^ *"language": *"([^"]+)"/m.exec(`${ours}\n${theirs}`)?.[1];
  return recordText({ ...emptyRecord(written ?? languageOfRecord(basename(path)) ?? ''), blocks });
}

function blocksIn(text: string): TranslatedBlock[] {
  const lines = text.split('\n').flatMap((line) => parseBlock(line.trim().replace(/,$/, '')) ?? []);
  return [...new Map(lines.map((block) => [block.id, block])).values()];
}
