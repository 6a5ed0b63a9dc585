import { parse } from 'csv-parse/sync';
import { type Parsed, type Skipped, sorted, unreadable } from './parsed.ts';
import { fieldsOf, fromReader, hasComment } from './reader-fields.ts';

/** The table that a form service exports: a first row of names, then one row for each comment. */
export function fromCsv(text: string): Parsed {
  const skipped: Skipped[] = [];
  const rows: string[][] = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const isOpen = error?.code === 'CSV_QUOTE_NOT_CLOSED';
      const reason = isOpen
        ? 'ends a row whose quotation mark is not closed; nothing from that mark on was read'
        : 'is not a valid row';
      skipped.push({ record: `line ${error?.['lines'] ?? '?'}`, reason });
      return undefined;
    },
  });
  const [head = [], ...records] = rows;
  if (!hasComment(fieldsOf(head.map((name) => [name, '']))))
    return unreadable('has no column `comment` (or `message`, `text`, `body`) in its first row');
  const parsed = sorted(
    records,
    (row) => fromReader(fieldsOf(row.map((value, index) => [head[index] ?? '', value]))),
    (_, index) => `row ${index + 2}`,
  );
  parsed.skipped.push(...skipped);
  return parsed;
}

/** The separator that stands most often in the first line. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}
