import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readDelivery } from '../../../src/comments/import/read-file.ts';
import { importFiles } from '../../../src/comments/import-files.ts';
import { PendingBox } from '../../../src/comments/pending.ts';
import type { Fields } from './deliveries.ts';

export const folder = mkdtempSync(join(tmpdir(), 'odd-'));

/** A real export, in the form that its service gives it. */
export const source = (name: string) => readFileSync(join('tests/fixtures/comments', name), 'utf8');

/** What is read from a file with a name and a content. */
export const delivered = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return readDelivery(path);
};

/** What a reader sent. */
export const fields: Fields = {
  essay: 'tides',
  block: '',
  quote: '',
  parent: '',
  name: 'Ann',
  email: 'ann@mail.example',
  website: 'https://ann.example/',
  comment: 'Well said',
};

/** The report of an import, in which every number is accounted for, and what waits afterwards. */
export async function imported(files: Record<string, string | Uint8Array>) {
  const own = mkdtempSync(join(folder, 'import-'));
  const box = new PendingBox(join(own, 'box'));
  mkdirSync(join(own, 'in'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(own, 'in', name), content);
  const options = { box, essays: [], blocklist: [], now: '2026-06-01T00:00:00Z', essay: null };
  const reports = await importFiles([join(own, 'in')], options);
  for (const { records, added, waiting, decided, skipped } of reports)
    expect(added.length + waiting + decided + skipped.length).toBe(records);
  return { reports, waiting: box.all().map(({ submission }) => submission) };
}
