import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** All rules of axe, also those that are off by default or experimental. */
const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));

/**
 * Returns the violations that axe finds in the current state of a page.
 * @param selector limits the check to an element
 */
export async function violations(page: Page, selector = 'html'): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    async ({ rules, selector }) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(selector, { rules });
      return violations.flatMap((one) =>
        one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}: ${node.failureSummary}`),
      );
    },
    { rules, selector },
  );
}
