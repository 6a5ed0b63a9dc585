import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type PackageFile, packageSchema } from './package-file.ts';
import { UpgradeError } from './upgrade-error.ts';

/** Where a site says which engine it has: a file that each upgrade writes and the owner commits. */
export const recordFile = 'engine.json';

const recordSchema = z.object({
  /** The version of this format. */
  format: z.literal(1),
  /** The engine's version: a tag, or the commit. */
  version: z.string(),
  /** Every file of the engine with the id of its content (see `contentId`). */
  files: z.record(z.string(), z.string()),
  /** The engine's own `package.json`. */
  package: packageSchema,
});

/** The engine that a site was made with or last upgraded to: what its files were before the owner changed any. */
export interface Base {
  version: string;
  files: ReadonlyMap<string, string>;
  package: PackageFile | null;
}

/** The engine that the last upgrade installed; null where there was none. @throws UpgradeError on a damaged file */
export function readRecord(site: string): Base | null {
  const file = join(site, recordFile);
  if (!existsSync(file)) return null;
  try {
    const record = recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { ...record, files: new Map(Object.entries(record.files)) };
  } catch {
    throw new UpgradeError(
      `${recordFile} could not be read. Restore it from git, or delete it: then the engine's history is compared instead.`,
    );
  }
}

/** The text of the record of an engine. */
export function recordText(version: string, files: ReadonlyMap<string, string>, engine: PackageFile): string {
  const record = { format: 1, version, files: Object.fromEntries([...files].sort()), package: engine };
  return `${JSON.stringify(record, null, 2)}\n`;
}
