import { errors } from './errors.ts';

/** The text of `errors.md`: every error with its code, sentence and help, in the order of the table. */
export function errorTable(): string {
  const rows = Object.entries(errors).map(
    ([code, { message, help }]) => `| \`${code}\` | ${cell(message)} | ${cell(help)} |`,
  );
  return `# Errors

What \`npm run build\` and \`npm run dev\` report, by the code at the end of the line. \`{…}\` is replaced by what was found.
Where a valid name is similar to the one found, “Did you mean …?” replaces the help.
This file is made from \`src/document/errors.ts\` by \`node src/commands/errors.ts\`.

| Code | Message | Help |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function cell(text: string): string {
  return text.trim().replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
