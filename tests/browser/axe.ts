import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Every rule that axe has, also those that are off by default or experimental. */
const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));

/**
 * What axe has to object to on a page as it stands now.
 * @param part a selector, where only a part of the page is meant
 */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    async ({ rules, part }) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(part, { rules });
      return violations.flatMap((one) =>
        one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}: ${node.failureSummary}`),
      );
    },
    { rules, part },
  );
}
