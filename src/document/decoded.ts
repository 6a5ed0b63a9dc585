/** A part of an address without its percent escapes, as it is where they are none: a `%` can be meant as such. */
export function decodedComponent(text: string): string {
  return decodedBy(decodeURIComponent, text);
}

/** A whole address without its percent escapes, but for those of signs that separate its parts; as it is where they are none. */
export function decodedAddress(address: string): string {
  return decodedBy(decodeURI, address);
}

function decodedBy(decode: (text: string) => string, text: string): string {
  try {
    return decode(text);
  } catch {
    return text;
  }
}
