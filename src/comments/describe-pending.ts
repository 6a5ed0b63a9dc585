import type { Desk } from './decisions.ts';
import { nameWarnings } from './look-alike.ts';
import type { Pending } from './pending.ts';

/** Everything that the author needs to judge a submission, as text for a terminal. Its control characters are long gone. */
export function pendingInWords(pending: Pending, desk: Desk, names: readonly string[]): string {
  const { submission, essay } = pending;
  const { name, email, website, date, block, quote, parent, origin, role } = submission;
  const found = submission.page.address || submission.page.slug || submission.page.title;
  const lines: [string, string | null][] = [
    ['Name', role === 'author' ? `${name} (shown as the essay’s author)` : name],
    ['E-mail', email === '' ? null : `${email} (is not published)`],
    ['Website', website],
    ['Date', date],
    ['Essay', essay ?? `none that is known${found === '' ? '' : `, for ${found}`}`],
    ['Block', block],
    ['Quote', quote],
    ['Answers', parent === null ? null : `${parent}${desk.box.get(parent) ? ', which waits too' : ''}`],
    ['From', origin.address === null ? origin.kind : `${origin.kind}, ${origin.address}`],
  ];
  const warnings = [...pending.suspicions, ...nameWarnings(name, names)].map((one) => `! ${one}`);
  const notes = submission.notes.map((one) => `- ${one}`);
  return [
    `\n${submission.id}`,
    ...lines.flatMap(([label, value]) => (value === null ? [] : [`${`${label}:`.padEnd(9)}${value}`])),
    ...warnings,
    ...notes,
    '',
    ...submission.text.split('\n').map((line) => `  ${line}`),
    '',
  ].join('\n');
}

/** One line for a list. */
export function pendingInALine({ submission, essay, suspicions }: Pending): string {
  const start = submission.text.replaceAll(/\s+/g, ' ').slice(0, 60);
  const mark = suspicions.length > 0 ? '!' : ' ';
  return `${mark} ${submission.id}  ${essay ?? '(no essay)'}  ${submission.name}: ${start}`;
}
