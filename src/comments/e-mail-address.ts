/**
 * Finds e-mail addresses in a text. What a Mastodon name has (`@jane@example.org`) is not one, nor are addresses of
 * pages with an `@` in their path.
 */
const address =
  /(?<![\p{L}\p{N}._%+@-])[\p{L}\p{N}._%+-]{1,64}(?:@|%40)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/giu;

/** What stands in a published text in the place of an e-mail address. */
export const removed = '[e-mail address removed]';

/**
 * The text without any e-mail address.
 * @param own the writer's, which is taken out in whatever way it stands there
 */
export function withoutAddresses(text: string, own: string): string {
  return withoutOwn(text, own).replaceAll(address, removed);
}

/** True where a text has an e-mail address. */
export function hasAddress(text: string, own: string): boolean {
  return withoutAddresses(text, own) !== text;
}

function withoutOwn(text: string, own: string): string {
  if (!own.includes('@')) return text;
  const ways = [own, own.replace('@', '%40'), encodeURIComponent(own)];
  return ways.reduce((rest, way) => rest.replaceAll(new RegExp(RegExp.escape(way), 'giu'), removed), text);
}
