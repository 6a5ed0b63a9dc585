import { createHash } from 'node:crypto';

/**
 * The id of a comment, from what makes it this one and no other: the same on every machine and at every import. It is
 * 48 bits of SHA-256. An e-mail address is never among the parts, since a short hash of one can be guessed.
 * @param parts for a comment from another service, its name and the id there; otherwise what the reader wrote
 */
export function idFrom(parts: readonly string[]): string {
  return `comment-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)}`;
}
