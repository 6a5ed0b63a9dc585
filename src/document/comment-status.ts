import type { CalendarDate } from './calendar-date.ts';
import type { SiteConfiguration } from './configuration.ts';
import type { Frontmatter } from './frontmatter.ts';

export type CommentStatus = 'open' | 'closed';

/**
 * Whether an essay can be commented on. What its frontmatter says comes first; then the site's `closeAfterDays` counts
 * from the day of its publication.
 * @param day of the build; null where nobody said it, which a build refuses where it is needed
 */
export function commentStatus(
  { comments, published }: Pick<Frontmatter, 'comments' | 'published'>,
  settings: SiteConfiguration['comments'],
  day: CalendarDate | null,
): CommentStatus {
  if (comments !== undefined) return comments === 'open' ? 'open' : 'closed';
  const days = settings?.closeAfterDays ?? null;
  if (days === null || day === null) return 'open';
  return Date.parse(day) - Date.parse(published) > days * 86_400_000 ? 'closed' : 'open';
}
