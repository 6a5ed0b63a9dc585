/** The names of the placeholders in a template: `'a' | 'b'` for `'{a} of {b}'`. */
export type PlaceholderOf<Template extends string> = Template extends `${string}{${infer After}`
  ? After extends `${infer Name}}${infer Rest}`
    ? Name extends `${string}${' ' | '{' | "'" | '#' | '='}${string}` // braces that are no placeholder
      ? PlaceholderOf<After>
      : Name | PlaceholderOf<Rest>
    : never
  : never;

/**
 * Replaces each `{name}` in a template with its value. Braces in a value are not replaced; a placeholder without a
 * value stays. Part of the search's script: every byte is sent to readers.
 * @param locale BCP 47 tag by which numbers are written; needed where a value is one
 */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string | number>>,
  locale?: string,
): string {
  return template.replace(/\{(\w+)\}/g, (whole, name) => (values[name] ?? whole).toLocaleString(locale));
}

/** The names of the placeholders in a template, each once, in the order of the alphabet. */
export function placeholdersIn(template: string): string[] {
  return [...new Set([...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
}
