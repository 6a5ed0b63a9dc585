import { describe, expect, it } from 'vitest';
import { compiledInFolder } from './compiled-in-folder.ts';
import { variants } from './hostile-variants.ts';

describe.each(['md', 'mdx'])('in .%s, every word is shown, or a mistake is named with its line', (format) => {
  it.each(Object.entries(variants).flatMap(([kind, all]) => all.map((text) => [kind, text])))(
    '%s: %j',
    async (_, text = '') => {
      const whole = `---\ntitle: A\n---\n\nBefore.\n\n${text}\n\nQ9 behind it.\n`;
      const { html, problems } = await compiledInFolder(whole, { mdx: format === 'mdx' });
      for (const one of problems) expect(one).toMatch(/:[1-9]\d*$/);
      if (problems.length > 0) return;
      const shown = html.replaceAll(/<(?!title|\/title)[^>]*>|&shy;/g, ' ').toLowerCase();
      const words = [...new Set(`${text} Q9`.match(/Q\d/g))];
      expect(words.filter((word) => !shown.includes(word.toLowerCase()))).toEqual([]);
    },
  );
});
