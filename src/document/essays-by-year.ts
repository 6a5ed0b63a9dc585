import type { Essay } from './essay.ts';

/** The essays of one year, in the order in which they were given. */
export interface Year {
  year: string;
  essays: Essay[];
  /** True where a list shows the year only when it is asked for. */
  isFolded: boolean;
}

/**
 * Essays in groups by the year of their publication.
 * @param essays newest first
 * @param most essays that a list shows at once: a year that begins beyond it is folded
 */
export function essaysByYear(essays: readonly Essay[], most: number): Year[] {
  const years: Year[] = [];
  for (const [index, essay] of essays.entries()) {
    const year = essay.published.slice(0, 4);
    if (years.at(-1)?.year !== year) years.push({ year, essays: [], isFolded: index >= most });
    years.at(-1)?.essays.push(essay);
  }
  return years;
}
