import { storeSetting } from './stored-setting.ts';

/**
 * Remembers which fonts this browser has, by the address of the first one, whose name has a sum of its bytes. On a slow
 * line the text is painted before the fonts arrive; the script in the head asks for fonts that are known at once, and
 * the next page is in them from its first paint.
 */
document.fonts.ready.then(() => {
  const first = document.querySelector<HTMLLinkElement>('link[as=font]');
  const own = [...document.fonts].filter(({ family }) => family === 'Vollkorn');
  if (first && own.some(({ status }) => status === 'loaded')) storeSetting('fonts', first.href);
});
