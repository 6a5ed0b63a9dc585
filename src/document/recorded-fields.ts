import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from './calendar-date.ts';
import { language } from './fields.ts';

/**
 * What the history needs of the frontmatter of an old version. Its other fields may be those of an older engine; where
 * one of these is missing or wrong, nobody knows whether the version was public.
 */
export const recordedFields = z.object({
  title: z.string(),
  published: z.string().refine((text): text is CalendarDate => isCalendarDate(text)),
  draft: z.boolean().default(false),
  language: language.optional().catch(undefined),
});
