/** The characters that windows-1252 has for the bytes 0x80 to 0x9F, in their order. */
const windowsCharacters = [
  ...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index)),
];

/**
 * Reads the text that a browser without script gives to a mail program: `name=Jane`, one field after the other, the
 * comment last. Chromium takes the bytes of UTF-8 for characters and writes a line break for `&` and a space for `+`. The
 * first is undone here; of the others only what stands on one line can be known.
 * @returns null where the mail was written in another way
 */
export function fieldsByBrowser(body: string): { fields: Map<string, string>; rest: string } | null {
  const found = /^\s*name=([\s\S]*?)\nemail=(.*)\nwebsite=([\s\S]*?)\ncomment=([\s\S]*)$/.exec(body);
  if (!found) return null;
  const [, name = '', email = '', website = '', comment = ''] = found.map(fromBytes);
  const line = (text: string) => text.replaceAll('\n', '&');
  return {
    fields: new Map(Object.entries({ name: line(name), 'e-mail': email, website: line(website) })),
    rest: comment,
  };
}

/** The text that was meant where each character stands for a byte of UTF-8; any other text as it is. */
function fromBytes(text: string): string {
  const bytes = [...text].map((character) => {
    const index = windowsCharacters.indexOf(character);
    return index >= 0 ? 0x80 + index : (character.codePointAt(0) ?? 0);
  });
  if (bytes.some((byte) => byte > 0xff) || bytes.every((byte) => byte < 0x80)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
}
