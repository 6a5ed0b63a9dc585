import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Formulas run from left to right in every text. */
const files = globSync('src/styles/*.css').filter((file) => !/(?:formulas|print)\.css$/.test(file));

/** What is said of the left or the right side, and is on the wrong one in a text from right to left. */
function oneSided(text: string): string[] {
  const css = text.replaceAll(/[\w-]+\([^()]*\)/g, 'calculated');
  const four = /\b(?:padding|margin|inset): \S+ (\S+) \S+ (\S+);/g;
  const named = /\b(?:(?:padding|margin|border)-(?:left|right)|left|right):[^;]*;/g;
  return [
    ...[...css.matchAll(four)].flatMap(([rule, right, left]) => (right === left ? [] : [rule])),
    ...(css.match(named) ?? []),
  ];
}

it.each(files)('%s has no rule for one side of the window', (file) => {
  expect(oneSided(readFileSync(file, 'utf8'))).toEqual([]);
});
