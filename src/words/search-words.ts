import { locale, words } from './words.ts';

/** The module that the search imports in the browser; declared in `virtual-search-words.d.ts`. */
const name = 'virtual:search-words';

/**
 * Gives the search in the browser its texts in the site's language, and no other: Vite asks for the module by its
 * name and gets them as data.
 */
export function searchWords() {
  return {
    name: 'stet-search-words',
    resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
    load: (id: string) => {
      if (id !== `\0${name}`) return undefined;
      const { messages } = words.search;
      return `export const words = ${JSON.stringify(messages)}; export const locale = ${JSON.stringify(locale)};`;
    },
  };
}
