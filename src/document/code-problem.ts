import { type Problem, problem } from './problem.ts';

/**
 * What is wrong with a file of code that could not be loaded, at its line.
 * @param error what its import threw
 * @param path absolute path of the file
 * @param file path from the repository's top
 */
export function codeProblem(error: unknown, path: string, file: string): Problem {
  const { message: reason, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const [, line = '0'] = stack.slice(stack.indexOf(path) + path.length).match(/^:(\d+)/) ?? [];
  return problem('site/not-run', { reason }, { file, line: stack.includes(path) ? Number(line) : 0 });
}
