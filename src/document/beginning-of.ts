/** What a message has room for of an author's words. */
export function beginningOf(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
