import type { Page } from 'playwright-core';

export const results = (page: Page) => page.locator('site-search dialog li a');
export const status = (page: Page) => page.locator('site-search dialog [role=status]');
export const field = (page: Page) => page.locator('site-search dialog input');

/** Opens the dialog where it is closed, and searches for a text. */
export async function ask(page: Page, text: string): Promise<void> {
  if ((await page.locator('site-search dialog[open]').count()) === 0) await page.keyboard.press('/');
  await field(page).fill(text);
}

/** The text of the element that has the focus, or its name. */
export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent || document.activeElement?.tagName);
