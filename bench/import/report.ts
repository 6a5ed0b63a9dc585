import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lines of a file with what the report says of them. */
export type Remarks = ReadonlySet<number>;

/** What the report of an import says. */
export interface ImportReport {
  path: string;
  kind: string;
  /** Every text, with the file that it became. */
  taken: { source: string; file: string; isDraft: boolean }[];
  /** The lines of a file on which something is said, of a source or an essay; 0 for the whole file. */
  remarksOn(file: string): Remarks;
}

/** Reads the one report of a site into which one folder was taken. */
export function readReport(site: string): ImportReport {
  const folder = join(site, '.stet/import');
  const path = join(folder, readdirSync(folder).find((name) => name.endsWith('.md')) ?? '');
  const text = readFileSync(path, 'utf8');
  const [before = '', list = ''] = text.split(/^## Taken in.*$/m);
  const lines = new Map<string, Set<number>>();
  for (const [, file = '', line = '0'] of before.matchAll(/^- (.+?\.(?:mdx?|markdown|mkd))(?::(\d+))?: /gm)) {
    const known = lines.get(file) ?? new Set();
    lines.set(file, known.add(Number(line)));
  }
  const taken = [...list.matchAll(/^- (.+): (content\/essays\/\S+)( \(a draft\))?$/gm)].map(
    ([, source = '', file = '', draft]) => ({ source, file, isDraft: draft !== undefined }),
  );
  const kind = /^# Import from (.*)$/m.exec(text)?.[1] ?? '';
  return { path, kind, taken, remarksOn: (file) => lines.get(file) ?? new Set() };
}
