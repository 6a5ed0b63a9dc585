import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readDelivery } from '../../src/comments/import/read-file.ts';

/** The next address that a page asks for and that begins so. */
export const asked = async (page: Page, start: string) =>
  (await page.waitForEvent('request', (request) => request.url().startsWith(start))).url();

/** What the import makes of the mail that a program would send from an address. */
export async function importedFrom(address: string) {
  const { search } = new URL(address);
  const part = (name: string) =>
    decodeURIComponent(new RegExp(`[?&]${name}=([^&]*)`).exec(search)?.[1] ?? '');
  const path = join(tmpdir(), `stet-way-${process.pid}.eml`);
  const head = `From: <someone@example.net>\r\nSubject: =?utf-8?B?${Buffer.from(part('subject')).toString('base64')}?=\r\n`;
  const type = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n';
  writeFileSync(path, head + type + Buffer.from(part('body')).toString('base64'));
  return (await readDelivery(path)).submissions[0];
}
