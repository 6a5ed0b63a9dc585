import type { Essay } from './essay.ts';

/** The essays of one year, in the order in which they were given. */
export interface Year {
  year: string;
  essays: Essay[];
  /** Those that a list shows. */
  shown: Essay[];
}

/**
 * Essays in groups by the year of their publication.
 * @param essays newest first
 * @param most essays that a list shows: the others are on the pages of their years
 */
export function essaysByYear(essays: readonly Essay[], most: number): Year[] {
  const years: Year[] = [];
  for (const [index, essay] of essays.entries()) {
    const year = essay.published.slice(0, 4);
    if (years.at(-1)?.year !== year) years.push({ year, essays: [], shown: [] });
    years.at(-1)?.essays.push(essay);
    if (index < most) years.at(-1)?.shown.push(essay);
  }
  return years;
}
