import { stripVTControlCharacters } from 'node:util';
import { type Problem, problem } from '../document/problem.ts';
import { essaysFolder, pathFromRoot } from '../paths.ts';

/**
 * An author's mistakes in whatever Astro and its bundler threw: ours, known by name because Astro bundles a
 * copy of the class, however deep they were wrapped; and the MDX compiler's own, which name a file and a line.
 * Empty where the mistake is not an author's.
 */
export function problemsOf(error: unknown): readonly Problem[] {
  if (!(error instanceof Error)) return [];
  if (error.name === 'AuthorError' && 'problems' in error && Array.isArray(error.problems))
    return error.problems;
  if ('errors' in error && Array.isArray(error.errors)) return error.errors.flatMap(problemsOf);
  if (error.cause instanceof Error) return problemsOf(error.cause);
  if (isOfEssay(error)) {
    const reason = error.message.replace(/: you likely.*/, '');
    return [problem('text/not-rendered', { reason }, { file: pathFromRoot(essaysFolder) })];
  }
  const file = 'id' in error && typeof error.id === 'string' ? error.id : null;
  if (!file || !/\.mdx?$/.test(file)) return [];
  return [
    problem(
      'text/syntax',
      { reason: oneLine(error.message) },
      { file: pathFromRoot(file), line: lineOf(error) },
    ),
  ];
}

/** The first line of what the bundler draws for a terminal. */
function oneLine(message: string): string {
  const [first = ''] = stripVTControlCharacters(message).split('\n');
  return first.replace(/^\[[A-Z_]+\] /, '');
}

/** Astro names the page that was being made, not the text in it. */
function isOfEssay(error: Error): boolean {
  return (
    'id' in error && typeof error.id === 'string' && error.id.endsWith('[slug].astro') && 'hint' in error
  );
}

function lineOf(error: Error): number {
  if (!('loc' in error) || typeof error.loc !== 'object' || error.loc === null) return 0;
  return 'line' in error.loc && typeof error.loc.line === 'number' ? error.loc.line : 0;
}
