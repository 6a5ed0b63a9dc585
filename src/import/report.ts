import type { CheckedEssay } from './check-essays.ts';
import type { Export, Remark } from './post.ts';
import type { Outcome } from './written-files.ts';

/** What an import did. */
export interface ImportResult {
  found: Export;
  essays: readonly (CheckedEssay & { outcome: Outcome })[];
  /** Files beside texts and in `public/`, by what became of them. */
  files: Readonly<Record<Outcome, number>>;
  /** Paths of files that were there, differ, and were left as they are. */
  kept: readonly string[];
}

/** The whole report: what needs its author, what was changed, what was not taken in. */
export function importReport(result: ImportResult): string {
  const { found, essays, kept } = result;
  const needs = essays.flatMap((one) => withOtherLines(one.needs));
  const changes = essays.flatMap(({ essay }) => essay.remarks);
  return [
    `# Import from ${found.kind}`,
    ...summary(result),
    section(
      'Needs you',
      'Each of these texts is a draft until this is done. Then remove `draft: true`.',
      needs,
    ),
    section('Changed or not used', 'Lines are those of the source.', changes),
    section(
      'Drafts',
      'They were not public there, or not in its lists.',
      essays
        .filter(({ essay }) => essay.post.fields.draft)
        .map(({ file, essay }) => ({ file, line: 0, what: `“${essay.post.fields.title}”` })),
    ),
    section('Not taken in', '', found.remarks),
    section(
      'Taken in',
      'Each source, and what it became.',
      essays.map(({ essay, file, draft }) => ({
        file: essay.post.source,
        line: 0,
        what: `${file}${draft ? ' (a draft)' : ''}`,
      })),
    ),
    section(
      'Left as they are',
      'These files exist and are not as an import left them.',
      kept.map((file) => ({ file, line: 0, what: 'was not written' })),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** The same in a few lines. */
export function summary({ found, essays, files, kept }: ImportResult): string[] {
  const count = (outcome: Outcome) => essays.filter((one) => one.outcome === outcome).length;
  const ready = essays.filter(({ draft }) => !draft).length;
  const waiting = essays.filter(({ needs }) => needs.length > 0).length;
  const drafts = essays.length - ready - waiting;
  const elsewhere = essays.filter(({ needs }) =>
    needs.some(({ what }) => /^The image `https?:/.test(what)),
  ).length;
  return [
    `${essays.length} texts read: ${count('new')} new, ${count('renewed')} written again, ${count('unchanged')} unchanged, ${count('kept')} left as their author changed them.`,
    `${ready} can be published, ${waiting} need their author (drafts until then), ${drafts} were drafts.`,
    ...(elsewhere > 0
      ? [
          `${elsewhere} of them show pictures of other sites: with --fetch they are fetched, and what cannot be had becomes a link.`,
        ]
      : []),
    `${files.new + files.renewed} pictures and other files written, ${files.unchanged} unchanged${kept.length > 0 ? `, ${kept.length} left as they are` : ''}.`,
    ...(found.remarks.length > 0
      ? [`${found.remarks.length} things were not taken in; the report names them.`]
      : []),
  ];
}

/** What is said of many lines of one file, once: with the first line, and the others behind it. */
export function withOtherLines(remarks: readonly Remark[]): Remark[] {
  const same = Map.groupBy(remarks, ({ file, what }) => `${file} ${what}`);
  return [...same.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ?? [];
    const lines = [...new Set(others.map(({ line }) => line))].filter((line) => line !== first.line);
    const named = lines.length > 8 ? [...lines.slice(0, 8), `${lines.length - 8} more`] : lines;
    const also =
      named.length === 0 ? '' : ` (Also on ${named.length === 1 ? 'line' : 'lines'} ${named.join(', ')}.)`;
    return [{ ...first, what: `${first.what}${also}` }];
  });
}

function section(title: string, introduction: string, remarks: readonly Remark[]): string {
  if (remarks.length === 0) return '';
  const sorted = [...remarks].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  );
  const lines = sorted.map(({ file, line, what }) => `- ${file}${line > 0 ? `:${line}` : ''}: ${what}`);
  return [
    `## ${title} (${remarks.length})`,
    ...(introduction === '' ? [] : [introduction]),
    lines.join('\n'),
  ].join('\n\n');
}
