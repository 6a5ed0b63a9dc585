import type { Page } from 'playwright-core';
import type { SiteInBrowser } from './site-in-browser.ts';

export const desk = { viewport: { width: 1280, height: 800 } };

/** The form on the page of an essay. */
export const form = (page: Page) => page.locator('#leave-a-comment');
export const field = (page: Page, label: string) => form(page).getByLabel(label);
export const send = (page: Page) => form(page).getByRole('button', { name: 'Send the comment' });

/** Opens the form, and waits for its script. */
export async function openForm(page: Page) {
  await page.locator('comment-form summary').click();
  await form(page).getByRole('button', { name: 'Preview' }).waitFor();
}

/** Fills in what has to be written. */
export async function fillIn(page: Page, comment = 'It *is* so.') {
  await field(page, 'Name').fill('Jane Reader');
  await field(page, 'E-mail').fill('jane@example.org');
  await field(page, 'Comment').fill(comment);
}

/** Complaints but those that a test brought about: the endpoint is asked, and refuses. */
export const complaintsOf = (site: SiteInBrowser) =>
  site.complaints.filter(
    (line) => !/asks http:\/\/127\.0\.0\.1:\d+\/comments|status of \d|net::ERR/.test(line),
  );
