import { describe, expect, it } from 'vitest';
import { en } from '../../../src/words/languages/en.ts';
import { loadLanguages } from '../../../src/words/load-words.ts';
import { isPlural, type TextTree } from '../../../src/words/texts.ts';

const languages = await loadLanguages('src/words/languages'); // refuses unknown keys and lost placeholders

/** The keys of all texts, and the texts with plural forms. */
function texts(tree: TextTree, path = ''): [string, string | TextTree][] {
  return Object.entries(tree).flatMap(([key, text]): [string, string | TextTree][] => {
    const at = `${path}${key}`;
    return typeof text === 'string' || isPlural(text) ? [[at, text]] : texts(text, `${at}.`);
  });
}

describe('the languages of the interface', () => {
  it('are seven with English', () => {
    expect([...languages.keys()]).toEqual(['ar', 'de', 'es', 'fr', 'ja', 'zh']);
  });

  it.each([...languages])(
    '%s has every plural form of its language, and lists what it leaves to English',
    (tag, tree) => {
      const own = texts(tree);
      for (const [key, text] of own) {
        if (typeof text === 'string') continue;
        const needed = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
        expect(Object.keys(text).sort(), key).toEqual([...needed].sort());
      }
      const keys = new Set(own.map(([key]) => key));
      const missing = texts(en).flatMap(([key]) => (keys.has(key) ? [] : [key]));
      console.info(`${tag} leaves ${missing.length} texts to English: ${missing.join(', ')}`);
      expect(
        missing.filter((key) => ['contents', 'notes', 'search.messages.none', 'minutes'].includes(key)),
      ).toEqual([]);
    },
  );
});
