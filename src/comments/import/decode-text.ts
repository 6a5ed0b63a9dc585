/**
 * Text from bytes of an unknown encoding: by its byte order mark, by what the file says of itself, as UTF-16 where
 * every other byte is zero, as UTF-8 where it is valid, otherwise as windows-1252, of which ISO 8859-1 is a part.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decoded(bytes, 'utf-8');
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be');
  if (first !== 0 && second === 0) return decoded(bytes, 'utf-16le');
  if (first === 0 && second !== 0) return decoded(bytes, 'utf-16be');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const [, named = ''] = /^\s*<\?xml[^>]*encoding=["']([\w.:-]+)["']/i.exec(head) ?? [];
  if (named !== '' && !/^utf-?(?:8|16)/i.test(named)) {
    try {
      return decoded(bytes, named);
    } catch {} // an encoding that nobody knows; the bytes may still tell
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decoded(bytes, 'windows-1252');
  }
}

function decoded(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
