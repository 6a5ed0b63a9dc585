import { locale } from './words.ts';

/**
 * Gives a script in the browser its texts in the site's language, and no other: Vite asks for the module by its name
 * and gets them as data.
 * @param part of the interface: the module is `virtual:<part>-words`, declared in `virtual-words.d.ts`
 * @param messages what this part says
 */
export function wordsModule(part: string, messages: object) {
  const name = `virtual:${part}-words`;
  return {
    name: `stet-${part}-words`,
    resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
    load: (id: string) =>
      id === `\0${name}`
        ? `export const words = ${JSON.stringify(messages)}; export const locale = ${JSON.stringify(locale)};`
        : undefined,
  };
}
