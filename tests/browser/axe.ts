import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** All rules of axe, also those that are off by default or experimental. */
const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));

/** The rules whose result depends on colours, and so on the theme. */
const colourRules = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

/**
 * Returns the violations that axe finds in the current state of a page.
 * @param selector limits the check to an element
 * @param which `colour` for a state that was checked by all rules in another theme
 */
export async function violations(
  page: Page,
  selector = 'html',
  which: 'all' | 'colour' = 'all',
): Promise<string[]> {
  await page.evaluate(axe.source);
  const options: axe.RunOptions = {
    ...(which === 'all' ? { rules } : { runOnly: colourRules }),
    resultTypes: ['violations'], // what passed needs no description, which takes most of the time
  };
  return page.evaluate(
    async ({ options, selector }) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(selector, options);
      return violations.flatMap((one) =>
        one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}: ${node.failureSummary}`),
      );
    },
    { options, selector },
  );
}
