import type { Cost } from './measure.ts';

/** What is built. `first` builds a library that has no ids yet; `cold` one that has them, with empty caches. */
export type Case =
  | 'Astro, default'
  | 'Astro, unified()'
  | 'Astro with Pagefind'
  | 'first'
  | 'cold'
  | 'unchanged'
  | 'one edit'
  | 'cold, without forms'
  | 'unchanged, without forms'
  | 'cold, with comments'
  | 'unchanged, with comments'
  | 'cold, without history'
  | 'unchanged, without history'
  | 'cold, with history'
  | 'unchanged, with history';

/** One measured build. */
export interface Row extends Cost {
  essays: number;
  name: Case;
}

/** The results as Markdown: one row a build, then the ratios that the project holds itself to. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['essays', 'build', 'processor s', 'wall s', 'peak MB', 'site MB', '× unified()', '× default'];
  const body = rows.map((row) => [
    String(row.essays),
    row.name,
    row.processor.toFixed(1),
    row.wall.toFixed(1),
    row.memory === null ? '' : (row.memory / 1e6).toFixed(0),
    (row.size / 1e6).toFixed(1),
    ratio(row, find(rows, row.essays, 'Astro, unified()'), 'processor'),
    ratio(row, find(rows, row.essays, 'Astro, default'), 'processor'),
  ]);
  return `${markdown(head, body)}\n\n${ratios(rows).join('\n')}`;
}

function ratios(rows: readonly Row[]): string[] {
  const lines: string[] = [];
  for (const essays of new Set(rows.map((row) => row.essays))) {
    const [bare, cold] = [find(rows, essays, 'Astro, unified()'), find(rows, essays, 'cold')];
    if (!cold) continue;
    const parts = [
      `cold / unified() ${ratio(cold, bare, 'processor')}`,
      `unchanged / cold ${ratio(find(rows, essays, 'unchanged'), cold, 'processor')}`,
      `one edit / cold ${ratio(find(rows, essays, 'one edit'), cold, 'processor')}`,
      `memory / unified() ${ratio(cold, bare, 'memory')}`,
    ];
    lines.push(`- ${essays} essays: ${parts.join(', ')}.`);
    const withoutForms = find(rows, essays, 'cold, without forms');
    if (withoutForms) {
      const plain = find(rows, essays, 'unchanged, without forms');
      const more = [
        `cold × ${ratio(cold, withoutForms, 'processor')}`,
        `unchanged × ${ratio(find(rows, essays, 'unchanged'), plain, 'processor')}`,
        `cold without forms / unified() ${ratio(withoutForms, bare, 'processor')}`,
      ];
      lines.push(`- With all forms: ${more.join(', ')}.`);
    }
    const withHistory = find(rows, essays, 'cold, with history');
    if (withHistory) {
      const colder = ratio(withHistory, find(rows, essays, 'cold, without history'), 'processor');
      const [before, after] = ['unchanged, without history', 'unchanged, with history'] as const;
      const more = ratio(find(rows, essays, after), find(rows, essays, before), 'processor');
      lines.push(`- With the history of all versions: cold × ${colder}, unchanged × ${more}.`);
    }
    const withComments = find(rows, essays, 'cold, with comments');
    if (withComments) {
      const unchanged = find(rows, essays, 'unchanged, with comments');
      const more = ratio(unchanged, find(rows, essays, 'unchanged'), 'processor');
      lines.push(`- With comments: cold × ${ratio(withComments, cold, 'processor')}, unchanged × ${more}.`);
    }
  }
  const [hundred, thousand] = [find(rows, 100, 'cold'), find(rows, 1000, 'cold')];
  if (hundred && thousand)
    lines.push(
      `- Processor time for each essay, 1,000 against 100: ${(thousand.processor / hundred.processor / 10).toFixed(2)}.`,
    );
  return lines;
}

const find = (rows: readonly Row[], essays: number, name: Case) =>
  rows.find((row) => row.essays === essays && row.name === name);

function ratio(above: Row | undefined, below: Row | undefined, field: 'processor' | 'memory'): string {
  const [top, bottom] = [above?.[field] ?? null, below?.[field] ?? null];
  return top === null || bottom === null ? '' : (top / bottom).toFixed(2);
}

function markdown(head: readonly string[], body: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 1 ? '---' : '---:'));
  return [head, rule, ...body].map(line).join('\n');
}
