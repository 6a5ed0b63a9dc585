import { DatabaseSync } from 'node:sqlite';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { site } from './start-endpoint.ts';

export type FormFields = Record<string, string>;

/** A valid comment as a form sends it, with what a test changes. */
export function sampleComment(changes: FormFields = {}): FormFields {
  return {
    essay: 'on-margins',
    block: 'p-wide-margins',
    quote: 'Margins are for the reader',
    parent: '',
    name: 'Ada Reader',
    email: 'ada@example.org',
    website: 'https://ada.example.org',
    comment: 'First line\n\n“Second” line, 100 % <b>sure</b> & more',
    homepage: '',
    ...changes,
  };
}

export const fromBrowser = { Accept: 'text/html,application/xhtml+xml', Origin: site };
export const fromScript = { Accept: 'application/json', Origin: site };

/** A form-encoded request, as a form without script sends it. */
export function formRequest(fields: FormFields, headers: Record<string, string> = fromBrowser): RequestInit {
  return { method: 'POST', headers, body: new URLSearchParams(fields) };
}

/** What the form on a page would send again. */
export function formOf(page: string): FormFields {
  const form = select('form', fromHtml(page));
  if (!form) throw new Error(`There is no form on the page: ${page}`);
  const inputs = selectAll('input', form).map(({ properties }) => [properties['name'], properties['value']]);
  const areas = selectAll('textarea', form).map((area) => [area.properties['name'], textOf(area)]);
  return Object.fromEntries([...inputs, ...areas].map(([name, value]) => [String(name), String(value)]));
}

/** Every row of the database. */
export function rowsOf(path: string): Record<string, unknown>[] {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  const rows = database.prepare('SELECT * FROM submissions ORDER BY rowid').all();
  database.close();
  return rows;
}
