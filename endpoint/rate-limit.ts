/** How many counters there are. Two addresses share one by chance in 1 of 65,536 pairs. */
const counters = 2 ** 16;

/**
 * At most so many submissions from an address in a window of time. No address is kept: a keyed hash of it picks one of
 * a fixed number of counters, the key is random, never stored and new in each window, and many addresses share a
 * counter, so that nothing here leads back to an address.
 */
export class RateLimit {
  readonly #limit: number;
  readonly #window: number;
  readonly #now: () => number;
  readonly #counts = new Uint16Array(counters);
  #key: Promise<CryptoKey> | null = null;
  #ends = 0;

  /**
   * @param limit submissions in a window, at most 65,535
   * @param window in milliseconds
   * @param now the time in milliseconds
   */
  constructor(limit: number, window: number, now: () => number = Date.now) {
    this.#limit = limit;
    this.#window = window;
    this.#now = now;
  }

  /** Counts one submission. @returns 0 where it is within the limit, else the seconds until the next window */
  async take(address: string): Promise<number> {
    const now = this.#now();
    if (this.#key === null || now >= this.#ends) {
      this.#key = randomKey();
      this.#ends = now + this.#window;
      this.#counts.fill(0);
    }
    const digest = await crypto.subtle.sign(
      'HMAC',
      await this.#key,
      new TextEncoder().encode(networkOf(address)),
    );
    const at = new DataView(digest).getUint16(0);
    const count = this.#counts[at] ?? 0;
    if (count >= this.#limit) return Math.max(1, Math.ceil((this.#ends - now) / 1000));
    this.#counts[at] = count + 1;
    return 0;
  }
}

/** The address for IPv4, the network of 64 bits for IPv6: a household has one of either. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const plain = address.replace(/%.*$/, '').toLowerCase();
  if (!plain.includes(':')) return plain;
  const [before = '', after] = plain.split('::');
  const groups = before === '' ? [] : before.split(':');
  const last = after ? after.split(':') : [];
  if (after !== undefined)
    groups.push(...Array<string>(Math.max(0, 8 - groups.length - last.length)).fill('0'), ...last);
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

function randomKey(): Promise<CryptoKey> {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  return crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}
