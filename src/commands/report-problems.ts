import { byPosition, formatProblem, type Problem } from '../document/problem.ts';
import { counted } from './progress.ts';

/** Problems that are printed one by one; of the others only the number is. */
const most = 50;

/** Prints mistakes of an author to standard error. @param outcome what they mean, as a sentence */
export function reportProblems(problems: readonly Problem[], outcome = 'The site was not built.'): void {
  console.error(problemReport(problems, outcome));
}

/** All problems by file and line, the same one once, then how many there are. */
export function problemReport(problems: readonly Problem[], outcome: string): string {
  const lines = [...new Set([...problems].sort(byPosition).map(formatProblem))];
  const shown = lines.slice(0, most);
  const others = lines.length - shown.length;
  return [
    ...shown,
    ...(others > 0 ? [`and ${counted(others, 'more error')}`] : []),
    '',
    `${counted(lines.length, 'error')}. ${outcome}`,
  ].join('\n');
}
