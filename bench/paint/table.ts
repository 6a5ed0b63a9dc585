/** What was measured of one page; milliseconds are medians. */
export interface Row {
  site: 'ours' | 'Starlight';
  /** Address of the page, and of the one from which a reader came to it. */
  page: string;
  first: number;
  largest: number;
  /** The largest of all runs. */
  shift: number;
  /** The fonts in which its first paragraph is shown at the end. */
  fonts: string;
  /** In Lighthouse's simulation, where that was asked. */
  simulated?: number | undefined;
  /** Its scores, in its order: performance, accessibility, best practices, search engines, and what it adds. */
  scores?: number[] | undefined;
  /** The lowest score for performance, which depends on what else the machine does. */
  lowest?: number | undefined;
}

/** The page of Starlight beside which each of ours is seen: it has no page for its search. */
const beside: Readonly<Record<string, string>> = { '/search/': '/' };

/** The results as Markdown: one row a page, then how our pages stand beside those of Starlight. */
export function tableOf(rows: readonly Row[], essay: string): string {
  const head = ['page', 'first', 'largest', 'shift', 'simulated', 'Lighthouse', 'fonts'];
  const body = rows.map(({ site, page, first, largest, shift, simulated, scores, lowest, fonts }) => [
    `${site}, ${page}`,
    first.toFixed(0),
    largest.toFixed(0),
    shift.toFixed(3),
    simulated?.toFixed(0) ?? '',
    scores && lowest !== undefined ? `${scores.join(' ')} (${lowest})` : '',
    fonts,
  ]);
  const lines = [head, ['---', '---:', '---:', '---:', '---:', '---', '---'], ...body].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  const ratios = rows.flatMap((row) => {
    if (row.site !== 'ours') return [];
    const page = row.page === essay ? '/essay/' : (beside[row.page] ?? row.page);
    const other = rows.find((one) => one.site === 'Starlight' && one.page === page);
    return other
      ? [`- ${row.page} beside Starlight’s ${page}: largest × ${(row.largest / other.largest).toFixed(2)}.`]
      : [];
  });
  return [...lines, '', ...ratios].join('\n').trimEnd();
}
