/**
 * The address at which a reader can see what an `<iframe>`, a script or an `<embed>` of another site would show: a
 * film's own page instead of its player. Null where there is none.
 */
export function embeddedPage(source: string): string | null {
  const address = source.trim().replace(/^\/\//, 'https://').replaceAll('&amp;', '&');
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const host = url.hostname.replace(/^www\./, '');
  const [, player = ''] = /^\/(?:embed|v)\/([\w-]+)/.exec(url.pathname) ?? [];
  if (/^youtube(?:-nocookie)?\.com$/.test(host) && player !== '' && player !== 'videoseries')
    return `https://www.youtube.com/watch?v=${player}`;
  const [, film = ''] = /^\/video\/(\d+)/.exec(url.pathname) ?? [];
  if (host === 'player.vimeo.com' && film !== '') return `https://vimeo.com/${film}`;
  if (host === 'gist.github.com') return address.replace(/\.js(?=\?|$)/, '').replace(/\?.*/, '');
  if (host === 'speakerdeck.com' || host === 'slideshare.net') return address;
  return address;
}

/** Scripts that only dress or count what is there without them. */
export function isOnlyDress(source: string): boolean {
  return /platform\.twitter|widgets\.js|googlesyndication|google-analytics|googletagmanager|embed\.js|mathjax|polyfill|instagram\.com\/embed|analytics|speakerdeck\.com\/assets/i.test(
    source,
  );
}
