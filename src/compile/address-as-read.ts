import { decodedAddress } from '../document/decoded.ts';

/**
 * An address as a browser reads it: control characters before it, and tabs and line ends inside of it, are passed over.
 * Markdown writes them as escapes, and a NUL as U+FFFD: that is a relative address, yet nobody meant it as one.
 */
export function addressAsRead(address: string): string {
  return decodedAddress(address)
    .replaceAll(/[\p{Cc}\uFFFD]/gu, '')
    .trimStart();
}
