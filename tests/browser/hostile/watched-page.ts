import type { Browser, Page } from 'playwright-core';

/** A page in which everything is noticed that a text could do by itself. */
export interface WatchedPage {
  page: Page;
  /** Calls of `alert` in any frame, which is what every payload calls. */
  ran: string[];
  /** What the policy of the page refused, and requests to other sites than its own. */
  refused: string[];
  /**
   * Sends every event that a payload listens to, to every element; no link is followed.
   * @param within selector of the element in which they are
   * @returns the address then
   */
  fireAll(within?: string): Promise<string>;
  /** All frames, and the address that the page has; then forgets what was seen. */
  seen(): string[];
}

/** @param own the beginning of the addresses that a page may ask for */
export async function watchedPage(browser: Browser, own: string): Promise<WatchedPage> {
  const context = await browser.newContext();
  const ran: string[] = [];
  const refused: string[] = [];
  await context.exposeBinding('alert', ({ frame }) => void ran.push(frame.url()));
  await context.exposeBinding('refusedByPolicy', (_, what: string) => void refused.push(what));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      const report: unknown = Reflect.get(window, 'refusedByPolicy');
      if (typeof report === 'function') report(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  await context.route('**/*', (route) => {
    const address = route.request().url();
    if (address.startsWith(own) || /^(?:data|blob|about):/.test(address)) return route.continue();
    refused.push(`asks ${address}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('popup', (popup) => void popup.close());
  return {
    page,
    ran,
    refused,
    async fireAll(within = 'body') {
      await page.evaluate((scope) => {
        const events = [
          'click',
          'mouseover',
          'mouseenter',
          'pointerenter',
          'focus',
          'input',
          'toggle',
          'load',
        ];
        const more = [
          'error',
          'animationstart',
          'loadstart',
          'beforetoggle',
          'beforematch',
          'start',
          'close',
        ];
        addEventListener('click', (event) => {
          const link = event.target instanceof Element ? event.target.closest('a') : null;
          const address = link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? '';
          const scheme = URL.parse(address, document.baseURI)?.protocol ?? '';
          if (!/^(?:javascript|vbscript|data|blob):$/.test(scheme)) event.preventDefault(); // these would run here
        });
        for (const element of document.querySelectorAll(`${scope}, ${scope} *`))
          for (const name of [...events, ...more])
            element.dispatchEvent(
              name === 'click'
                ? new MouseEvent(name, { bubbles: true, cancelable: true })
                : new Event(name, { bubbles: false, cancelable: true }),
            );
      }, within);
      return page.url();
    },
    seen() {
      const all = [...ran.map((address) => `ran in ${address}`), ...refused];
      ran.length = 0;
      refused.length = 0;
      return all;
    },
  };
}
