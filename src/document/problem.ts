import { type ErrorCode, errors } from './errors.ts';
import { fillTemplate, type PlaceholderOf } from './fill-template.ts';

/** One mistake in what an author wrote: where it is, what was found and what would be right. */
export interface Problem {
  /** Path as the author knows it, from the repository's top. */
  file: string;
  /** Counted from 1; 0 where the whole file is meant. */
  line: number;
  /** Counted from 1, in UTF-16 code units; missing where the whole line is meant. */
  column?: number | undefined;
  /** Stable name of the error in the table of `errors.ts`. */
  code?: ErrorCode | undefined;
  /** A full sentence or two, ending with what to do. */
  message: string;
}

/** Where a problem is. */
export type Position = Pick<Problem, 'file' | 'column'> & {
  /** 0 or missing where the whole file is meant. */
  line?: number;
};

type Template<Code extends ErrorCode> = (typeof errors)[Code]['message'] | (typeof errors)[Code]['help'];
type Values<Code extends ErrorCode> = Readonly<Record<PlaceholderOf<Template<Code>>, string | number>>;

/**
 * A problem of the table in `errors.ts`.
 * @param values one for each placeholder of its message and its help
 * @param near the valid name most like the one found: “Did you mean …?” then replaces the help
 */
export function problem<Code extends ErrorCode>(
  code: Code,
  values: Values<Code>,
  { file, line = 0, column }: Position,
  near: string | null = null,
): Problem {
  const { message, help } = errors[code];
  const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `${value}`]));
  const right = near === null ? fillTemplate(help, texts) : `Did you mean \`${near}\`?`;
  const space = right === '' || right.startsWith('\n') ? '' : ' ';
  return { file, line, column, code, message: `${fillTemplate(message, texts)}${space}${right}` };
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

/** `file:line:column: message [code]`, the form that editors and terminals turn into a link. */
export function formatProblem({ file, line, column, message, code }: Problem): string {
  const name = file.replaceAll(/\p{Cc}/gu, encodeURIComponent); // a name of a file can have a line end
  const position = [name, ...(line > 0 ? [line] : []), ...(line > 0 && column ? [column] : [])].join(':');
  const [first = '', ...rest] = message.split('\n');
  return [`${position}: ${first}${code ? ` [${code}]` : ''}`, ...rest].join('\n');
}

/** By file, then line, then column. */
export function byPosition(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || (a.column ?? 0) - (b.column ?? 0);
}
