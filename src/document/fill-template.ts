/** The names of the placeholders in a template: `'a' | 'b'` for `'{a} of {b}'`. */
export type PlaceholderOf<Template extends string> = Template extends `${string}{${infer After}`
  ? After extends `${infer Name}}${infer Rest}`
    ? Name extends `${string}${' ' | '{'}${string}` // braces that are no placeholder
      ? PlaceholderOf<After>
      : Name | PlaceholderOf<Rest>
    : never
  : never;

/**
 * Puts values in the place of `{name}` in a template. A value that holds braces is not read again.
 * @throws Error that names a placeholder without a value
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for {${name}} in “${template}”`);
    return value;
  });
}

/** The names of the placeholders in a template, each once, in the order of the alphabet. */
export function placeholdersIn(template: string): string[] {
  return [...new Set([...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
}
