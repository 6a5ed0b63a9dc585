import { writingExamples } from './writing-examples.ts';

/** The table of constructs as `writing.md` has it. */
export function writingTable(): string {
  const rows = writingExamples.map(
    ({ name, only, written, becomes }) =>
      `| ${name}${only ? ` (\`.${only}\`)` : ''} | ${cell(written)} | ${becomes} |`,
  );
  return ['| Construct | Written | Becomes |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Each line as code. */
function cell(written: string): string {
  return written
    .split('\n')
    .map((line) => (line === '' ? '' : codeSpan(line.replaceAll('|', String.raw`\|`))))
    .join('<br>');
}

/** A line between more backquotes than it has in a row. */
function codeSpan(line: string): string {
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}
