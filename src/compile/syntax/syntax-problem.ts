import { type Problem, problem } from '../../document/problem.ts';

/** Where the parser gave up, and its own words. */
export interface SyntaxError {
  line: number;
  column: number;
  /** Index in the text; -1 where it is unknown. */
  offset: number;
  reason: string;
}

/** Elements that have no end tag. */
const voidElement = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/**
 * The message of the parser about a text that it cannot read.
 * @throws the error where it is none about a text
 */
export function syntaxError(error: unknown, text: string): SyntaxError {
  if (!(error instanceof Error) || !('line' in error)) throw error;
  const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message;
  // an end tag that is missing is reported where its parent ends; its words say where the element begins
  const [, first, second] = /\((\d+):(\d+)-/.exec(reason) ?? [];
  const line = Number(first ?? error.line ?? 0);
  const column = Number(second ?? ('column' in error ? error.column : 0) ?? 0);
  const offset = offsetAt(text, line, column);
  const brace = /^Unexpected end of file in expression/.test(reason) ? openBrace(text.slice(0, offset)) : -1;
  if (brace < 0) return { line, column, offset, reason };
  const lines = text.slice(0, brace).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset: brace, reason };
}

/** The index of the last brace that nothing closes; -1 where there is none. */
function openBrace(text: string): number {
  let depth = 0;
  for (let index = text.length - 1; index >= 0; index -= 1) {
    if (text[index] === '}') depth += 1;
    if (text[index] === '{' && depth-- === 0) return index;
  }
  return -1;
}

/** The parser's message as a sentence that says what to write instead. */
export function syntaxProblem(
  file: string,
  text: string,
  { line, column, offset, reason }: SyntaxError,
): Problem {
  const at = column > 0 ? { file, line, column } : { file, line };
  const source = text.split('\n')[line - 1] ?? '';
  const unclosed = /^Expected a closing tag for `<([^>]*)>`/.exec(reason);
  const unexpected =
    /^Unexpected closing tag `<\/([^>]*)>`, expected corresponding closing tag for `<([^>]*)>`/.exec(reason);
  const name = unclosed?.[1] ?? unexpected?.[2];
  if (name !== undefined && voidElement.test(name)) return problem('mdx/void-element', { name }, at);
  if (unexpected) return problem('mdx/crossed-tags', { name: name ?? '', other: unexpected[1] ?? '' }, at);
  if (name !== undefined) return problem('mdx/unclosed-tag', { name }, at);
  if (/^Unexpected closing slash `\/` in tag/.test(reason)) return problem('mdx/stray-end-tag', {}, at);
  if (
    /^Unexpected end of file in expression|^Could not parse expression|^Unexpected lazy line in expression/.test(
      reason,
    )
  )
    return problem('mdx/braces', { text: shortened(source) }, at);
  if (/^Could not parse import\/exports/.test(reason))
    return problem('mdx/module', { text: shortened(source) }, at);
  if (/before attribute value/.test(reason)) return problem('mdx/unquoted-attribute', {}, at);
  if (text.slice(0, Math.max(0, offset + 3)).endsWith('<!--') || /^!--/.test(text.slice(offset)))
    return problem('mdx/comment', {}, at);
  const sign = /`(.)`/.exec(reason)?.[1];
  if (/^Unexpected (?:character|end of file)/.test(reason) && sign !== undefined)
    return problem('mdx/angle-bracket', { text: shortened(source.slice(Math.max(0, column - 2))) }, at);
  return problem('text/syntax', { reason: reason.replace(/\.$/, '') }, at);
}

function shortened(text: string): string {
  const line = text.trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function offsetAt(text: string, line: number, column: number): number {
  if (line < 1) return -1;
  let start = 0;
  for (let count = 1; count < line; count += 1) {
    const end = text.indexOf('\n', start);
    if (end < 0) return -1;
    start = end + 1;
  }
  return start + Math.max(0, column - 1);
}
