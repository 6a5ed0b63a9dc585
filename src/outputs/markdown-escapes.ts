import type { InlineMath } from 'mdast-util-math';
import type { Options } from 'mdast-util-to-markdown';
import type {} from 'remark-stringify';
import type { Processor } from 'unified';

/** Places whose signs are addresses or titles, in which no mark is read. */
const notInConstruct: NonNullable<NonNullable<Options['unsafe']>[number]['notInConstruct']> = [
  'autolink',
  'destinationLiteral',
  'destinationRaw',
  'reference',
  'titleQuote',
  'titleApostrophe',
];

const inText = { inConstruct: 'phrasing', notInConstruct } as const;

/**
 * Writes a backslash before the signs of a text that Stet would read as marks: `==`, `^`, `]`, `{`, `:name:`, `:::` and a
 * colon at the beginning of a line; the marks of CommonMark, of tables, of notes and of formulas are the writer's own.
 */
export function escapedMarks(this: Processor): void {
  const data = this.data();
  data.toMarkdownExtensions ??= [];
  data.toMarkdownExtensions.push({
    unsafe: [
      { character: '=', before: '(?<==)', ...inText },
      { character: '=', after: '(?==)', ...inText },
      { character: '^', ...inText },
      { character: ']', ...inText },
      { character: '{', ...inText },
      { character: ':', after: '(?=::)', ...inText },
      { character: ':', after: '(?=[+-]1:|[a-z][\\w-]*:)', ...inText },
      { atBreak: true, character: ':' },
    ],
    handlers: { inlineMath },
  });
}

/** Two signs on each side where one would be read as money: before a figure, or with a space at one end. */
function inlineMath({ value }: InlineMath, _: unknown, __: unknown, { after }: { after: string }): string {
  const isMoney = /^\d/.test(after) || /^\s/.test(value) !== /\s$/.test(value);
  const runs = (value.match(/\$+/g) ?? []).map(({ length }) => length);
  const signs = '$'.repeat(runs.length > 0 ? Math.max(...runs) + 1 : isMoney ? 2 : 1);
  const space = /^\$|\$$|^\s.*\S.*\s$/s.test(value) ? ' ' : '';
  return `${signs}${space}${value}${space}${signs}`;
}

inlineMath.peek = () => '$';
