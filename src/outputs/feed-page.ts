import { h } from 'hastscript';
import { absoluteAddress } from '../document/address.ts';
import { isCalendarDate } from '../document/calendar-date.ts';
import { direction } from '../document/essay.ts';
import { formatDate, words } from '../words/words.ts';
import type { Feed } from './feed.ts';
import type { Output } from './output.ts';
import { xmlText } from './xml.ts';

/**
 * Puts a page for browsers into a feed of Atom: what a feed is, and its entries as links. They are elements of XHTML,
 * which Atom allows and feed readers pass over; browsers show them, with the style sheet that hides the rest. An XSL
 * transformation would do the same, but browsers are about to stop running them.
 */
export function withFeedPage(xml: string, { title, subtitle, language, page, entries, site }: Feed): string {
  const list = entries.map(({ title: name, address, published, language: spoken }) => {
    const day = published.slice(0, 10);
    return h('li', [
      h('a', { href: address, lang: spoken, dir: direction(spoken) }, name),
      ...(isCalendarDate(day) ? [' ', h('span', formatDate(day))] : []),
    ]);
  });
  const html = h('div', { xmlns: 'http://www.w3.org/1999/xhtml', lang: language, dir: direction(language) }, [
    h('h1', title),
    h('p', subtitle),
    h('p', words.feeds.lead),
    h('p', h('a', { href: absoluteAddress(page, site.url) }, words.feeds.page)),
    h('ol', list),
  ]);
  return xml.replace(/<feed\b[^>]*>/, (start) => `${start}\n  ${xmlText(html)}`);
}

/** How a browser shows a feed. */
export const feedStyle: Output = {
  addresses: [{ address: '/feed.css', what: 'How a browser shows a feed.' }],
  files: () => [{ path: 'feed.css', content: Buffer.from(style) }],
};

const style = `@namespace atom url(http://www.w3.org/2005/Atom);
@namespace url(http://www.w3.org/1999/xhtml);
atom|feed { display: block; color-scheme: light dark; color: CanvasText; background: Canvas; font: 1.125rem/1.5 Georgia, serif; padding: 1rem; }
atom|feed > atom|* { display: none; }
div { max-inline-size: 38rem; margin: 0 auto; }
a { color: LinkText; }
li { margin-block: 0.5rem; }
li span { opacity: 0.75; }
`;
