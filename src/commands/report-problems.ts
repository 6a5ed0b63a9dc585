import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { byPosition, formatProblem, type Problem } from '../document/problem.ts';
import { pathFromRoot, problemsFile } from '../paths.ts';
import { counted } from './progress.ts';

/** Problems that are printed one by one; all are in the file of problems. */
const most = 50;

/** Kinds of problems, those first that keep a text from being read, and so may be the reason of others. */
const kinds = ['site', 'words', 'source', 'frontmatter', 'mdx', 'text', 'comment', 'anchors', 'link', 'page'];

/** Prints mistakes of an author to standard error. @param outcome what they mean, as a sentence */
export function reportProblems(problems: readonly Problem[], outcome = 'The site was not built.'): void {
  const { text, all } = problemReport(problems, outcome);
  if (all !== null) {
    mkdirSync(dirname(problemsFile), { recursive: true });
    writeFileSync(problemsFile, all);
  }
  console.error(text);
}

/**
 * All problems by file and line, the same one once, then how many there are. The files come first in which something
 * keeps a text from being read. Where there are too many, each code is shown before any is shown again.
 * @returns `all` with every problem where `text` leaves some out, else null
 */
export function problemReport(
  problems: readonly Problem[],
  outcome: string,
): { text: string; all: string | null } {
  const sorted = byFile(problems);
  const shown = new Set([...sorted].sort(byRepetition(sorted)).slice(0, most));
  const others = sorted.length - shown.size;
  const end = ['', `${counted(sorted.length, 'error')}. ${outcome}`];
  const lines = sorted.filter((one) => shown.has(one)).map(formatProblem);
  if (others === 0) return { text: [...lines, ...end].join('\n'), all: null };
  const rest = `and ${counted(others, 'more error')}; all are in ${pathFromRoot(problemsFile)}`;
  return {
    text: [...lines, rest, ...end].join('\n'),
    all: `${[...sorted.map(formatProblem), ...end].join('\n')}\n`,
  };
}

function byFile(problems: readonly Problem[]): Problem[] {
  const rank = new Map<string, number>();
  for (const { file, code } of problems) {
    const kind = kinds.indexOf(code?.split('/')[0] ?? '');
    rank.set(file, Math.min(rank.get(file) ?? kinds.length, kind < 0 ? kinds.length : kind));
  }
  const once = new Map(problems.map((one) => [formatProblem(one), one]));
  return [...once.values()].sort(
    (a, b) => (rank.get(a.file) ?? 0) - (rank.get(b.file) ?? 0) || byPosition(a, b),
  );
}

/** Orders problems by how many of the same code come before them. */
function byRepetition(sorted: readonly Problem[]): (a: Problem, b: Problem) => number {
  const counts = new Map<string, number>();
  const earlier = new Map<Problem, number>();
  for (const one of sorted) {
    const before = counts.get(one.code ?? '') ?? 0;
    earlier.set(one, before);
    counts.set(one.code ?? '', before + 1);
  }
  return (a, b) => (earlier.get(a) ?? 0) - (earlier.get(b) ?? 0);
}
