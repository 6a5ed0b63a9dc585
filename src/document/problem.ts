/** One mistake in what an author wrote: where it is, what was found and what would be right. */
export interface Problem {
  /** Path as the author knows it, from the repository's top. */
  file: string;
  /** Counted from 1; 0 where the whole file is meant. */
  line: number;
  /** A full sentence or two, ending with what to do. */
  message: string;
}

/** Mistakes that stop a build. Commands print its problems and never its stack. */
export class AuthorError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'AuthorError';
    this.problems = problems;
  }
}

/** `file:line: message`, the form that editors and terminals turn into a link. */
export function formatProblem({ file, line, message }: Problem): string {
  return line > 0 ? `${file}:${line}: ${message}` : `${file}: ${message}`;
}
