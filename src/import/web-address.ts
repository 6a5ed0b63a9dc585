/** An address inside the other site, from its root or from the text; null where it leads elsewhere. */
export function insideOf(value: string, base: string | null): string | null {
  const address = value.trim();
  if (!/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)) return address;
  const full = address.startsWith('//') ? `https:${address}` : address;
  if (base === null || !/^https?:/i.test(full) || !URL.canParse(full)) return null;
  const url = new URL(full);
  const own = new URL(base);
  if (hostOf(url) !== hostOf(own) || !url.pathname.startsWith(own.pathname)) return null;
  return `/${url.pathname.slice(own.pathname.length)}${url.search}${url.hash}`;
}

function hostOf({ host }: URL): string {
  return host.replace(/^www\./, '');
}

/** Whether two addresses are on the same host, `www.` aside. */
export function isSameSite(one: string, other: string): boolean {
  return hostOf(new URL(one)) === hostOf(new URL(other));
}

/** An address on the web, also one that leaves its scheme to the page; null for any other. */
export function remoteAddress(value: string): string | null {
  const address = value.trim().replace(/^\/\//, 'https://');
  return /^https?:/i.test(address) && URL.canParse(address) ? address : null;
}
