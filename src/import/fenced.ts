/** Code between fences that are longer than any run of backquotes in it. */
export function fenced(code: string, language: string, indent = ''): string {
  const runs = code.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${indent}${fence}${language}\n${code}\n${indent}${fence}`;
}
