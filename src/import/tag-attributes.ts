/** `name="value"` in the tag of a template language, by name. */
export function attributesOf(text: string): Map<string, string> {
  const found = text.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|(\S+))/g);
  return new Map(
    [...found].map((match) => [
      match[1] ?? '',
      (match[2] ?? match[3] ?? match[4] ?? match[5] ?? '').replaceAll('\\"', '"'),
    ]),
  );
}
