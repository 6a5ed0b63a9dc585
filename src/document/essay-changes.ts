import type { CalendarDate } from './calendar-date.ts';

/** The changes of an essay since it was published, as its page and the reader's browser ask for them. */
export interface EssayChanges {
  /** The day of the last one. */
  last: CalendarDate;
  /** Each section that was changed, with the day of its last change; an empty id stands for the text before the first one. */
  sections: { id: string; day: CalendarDate }[];
}
