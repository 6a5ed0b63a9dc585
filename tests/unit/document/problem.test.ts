import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemReport } from '../../../src/commands/report-problems.ts';
import { errorTable } from '../../../src/document/error-table.ts';
import { fillTemplate, placeholdersIn } from '../../../src/document/fill-template.ts';
import { formatProblem, type Problem, problem } from '../../../src/document/problem.ts';

describe('a template', () => {
  it('takes each value once, and does not read a value again', () => {
    expect(fillTemplate('{a} of {b}, {a}', { a: '{b}', b: '$&' })).toBe('{b} of $&, {b}');
  });

  it('leaves braces that hold no name', () => {
    expect(fillTemplate('\\{{name}\\} { … }', { name: 'x' })).toBe('\\{x\\} { … }');
    expect(placeholdersIn('{b} {a} {b} { … }')).toEqual(['a', 'b']);
  });

  it('keeps a placeholder without a value, and writes numbers as the locale does', () => {
    expect(fillTemplate('{a} {n}', { n: 1830 }, 'de')).toBe('{a} 1.830');
  });
});

describe('a problem', () => {
  const position = { file: 'a.mdx', line: 3, column: 5 };

  it('is printed with its position, its help and its code', () => {
    expect(formatProblem(problem('text/undefined-note', { mark: '[^1]' }, position))).toBe(
      'a.mdx:3:5: The note `[^1]` is not defined. Add a line `[^1]: …`. [text/undefined-note]',
    );
  });

  it('asks for a similar name instead of the help', () => {
    const values = { field: 'titel', fields: 'title, description' };
    expect(formatProblem(problem('frontmatter/unknown-field', values, { file: 'a.mdx' }, 'title'))).toBe(
      'a.mdx: `titel` is not a field of the frontmatter. Did you mean `title`? [frontmatter/unknown-field]',
    );
  });

  it('is on one line whatever the name of its file has', () => {
    const odd = { file: 'a\nb\u001b.mdx', line: 3 };
    expect(formatProblem(problem('text/undefined-note', { mark: '[^1]' }, odd))).toMatch(
      /^a%0Ab%1B\.mdx:3: /,
    );
  });

  it('of several lines has its code on the first', () => {
    const values = { id: 'a', currentId: 'b', text: 'Text', solutions: '  restore  …' };
    expect(formatProblem(problem('anchors/renamed', values, position)).split('\n')).toEqual([
      expect.stringMatching(/“Text” \[anchors\/renamed\]$/),
      '  restore  …',
    ]);
  });
});

describe('the report of problems', () => {
  const at = (file: string, line: number): Problem => ({ file, line, message: 'Wrong.' });

  it('is sorted by file and by line as a number, and reports nothing twice', () => {
    const problems = [at('b.md', 2), at('a.md', 10), at('a.md', 9), at('b.md', 2)];
    expect(problemReport(problems, 'The site was not built.').text.split('\n')).toEqual([
      'a.md:9: Wrong.',
      'a.md:10: Wrong.',
      'b.md:2: Wrong.',
      '',
      '3 errors. The site was not built.',
    ]);
  });

  it('is cut after 50', () => {
    const many = Array.from({ length: 1043 }, (_, line) => at('a.md', line + 1));
    const { text, all } = problemReport(many, 'Stop.');
    const lines = text.split('\n');
    expect(lines).toHaveLength(53);
    expect(lines.slice(50)).toEqual([
      'and 993 more errors; all are in .stet/problems.txt',
      '',
      '1,043 errors. Stop.',
    ]);
    expect(all?.split('\n')).toHaveLength(1046);
  });

  it('shows each code before one is shown again, and first the files in which a text could not be read', () => {
    const many = Array.from(
      { length: 60 },
      (_, line): Problem => ({ ...at('a.md', line + 1), code: 'text/syntax' }),
    );
    const { text } = problemReport(
      [
        ...many,
        { ...at('z.md', 1), code: 'link/missing-page' },
        { ...at('y.md', 3), code: 'source/not-utf-8' },
      ],
      'Stop.',
    );
    expect(text).toContain('z.md:1');
    expect(text.indexOf('y.md:3')).toBe(0);
  });

  it('counts one as one', () => {
    expect(problemReport([at('a.md', 1)], 'Stop.').text).toMatch(/\n1 error\. Stop\.$/);
  });
});

describe('the table of errors', () => {
  it('is the one in errors.md (after a change: `node src/commands/errors.ts`)', () => {
    expect(readFileSync('src/document/errors.md', 'utf8')).toBe(errorTable());
  });
});
