import type { Page } from 'playwright-core';

/** What a style says of the first element that a selector finds, or of its pseudo-element. */
export const styleOf = (page: Page, selector: string, property: string, pseudo?: string) =>
  page.evaluate(
    ([selector, property, pseudo]) => {
      const found = document.querySelector(selector);
      return found ? getComputedStyle(found, pseudo).getPropertyValue(property) : 'not there';
    },
    [selector, property, pseudo ?? null] as const,
  );
