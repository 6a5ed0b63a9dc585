import { createHash } from 'node:crypto';

/**
 * The id that git gives to the content of a file, so that it can be compared with a history. Line ends of Windows
 * count as those of other systems, because git may have changed them when it wrote the file.
 * @param like an id of the repository it is compared with; its length decides: SHA-1 (40 digits) or SHA-256
 */
export function contentId(bytes: Buffer, like = ''): string {
  const text = bytes.includes(0)
    ? bytes
    : Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${text.length}\0`)
    .update(text)
    .digest('hex');
}
