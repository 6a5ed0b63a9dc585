import type { Element } from 'hast';

/** The class of the list that says when each section begins in a reading: it belongs to the player, and only pages have it. */
export const readingTimes = 'reading-times';

export function isReadingTimes({ properties }: Element): boolean {
  return Array.isArray(properties['className']) && properties['className'].includes(readingTimes);
}
