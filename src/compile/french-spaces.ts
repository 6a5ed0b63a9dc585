const spaces = /(?<=«) | (?=»)| (?=[;!?](?:[\s)\]»”’"…!?.]|$))| (?=:(?:[\s»”’"]|$))/g;

/**
 * A French text in which a space that was written beside a mark does not break a line: a narrow one beside `;`, `!`,
 * `?`, `«` and `»`, a full one before `:`. None is added, and the length stays.
 */
export function frenchSpaces(text: string): string {
  return text.replace(spaces, (_, at: number) => (text[at + 1] === ':' ? '\u00a0' : '\u202f'));
}
