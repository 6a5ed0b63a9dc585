import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';

/**
 * A page that only the writing server has, as HTML. It needs no script; with one it loads again when the server has
 * something new.
 * @param style a style sheet
 */
export function serverPage(title: string, style: string, body: readonly ElementContent[]): string {
  const page = h(null, [
    { type: 'doctype' },
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('title', title),
        h('style', style),
        h('script', { type: 'module', src: '/@vite/client' }),
      ]),
      h('body', [...body]),
    ]),
  ]);
  return toHtml(page);
}
