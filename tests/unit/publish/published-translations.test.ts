import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { emptyLedger, ledgerText } from '../../../src/anchors/ledger.ts';
import { publishedText } from '../../../src/anchors/published-essays.ts';

const content = mkdtempSync(join(tmpdir(), 'stet-published-'));
process.env['STET_CONTENT'] = content; // read when the rooms are loaded
const { checkPublishedFragments } = await import('../../../src/publish/published-fragments.ts');
afterAll(() => rmSync(content, { recursive: true }));

const anchor = { id: 'moon', kind: 'paragraph', since: '2026-01-02', text: 'The moon', sketch: '' } as const;
mkdirSync(join(content, 'essays/tide'), { recursive: true });
writeFileSync(
  join(content, 'essays/tide/anchors.json'),
  ledgerText({ ...emptyLedger('tide'), anchors: [anchor] }),
);
writeFileSync(
  join(content, 'published.json'),
  publishedText(new Map([['tide', { title: 'The tide', ids: 1, translations: ['pt-BR'] }]])),
);
const essay = { address: '/essays/tide/', ids: ['moon'] };
const translation = (...ids: string[]) => ({ address: '/essays/tide/pt-br/', ids });
const found = (...[pages, held]: [Parameters<typeof checkPublishedFragments>[0], string?]) =>
  checkPublishedFragments(pages, [], new Set(held === undefined ? [] : [held])).map(({ code }) => code);

it('names a published translation that the site has no page for, unless it is held back', () => {
  expect(found([essay])).toEqual(['anchors/missing-page']);
  expect(found([essay, translation('moon')])).toEqual([]);
  expect(found([essay], 'tide/pt-br')).toEqual([]);
  expect(found([], 'tide')).toEqual([]);
});

it('names every id of the essay that a translation does not have', () => {
  expect(found([essay, translation('sun')])).toEqual(['anchors/missing-element']);
});
