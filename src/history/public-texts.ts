import type { CalendarDate } from '../document/calendar-date.ts';

/** A text in the history of its file. */
export interface RecordedText {
  /** The day on which it was recorded. */
  day: CalendarDate;
  /** The day from which it says that it is public; null for a draft, and where that cannot be read. */
  published: CalendarDate | null;
}

/**
 * The texts that readers could read, each with the day from which they could. No draft is among them; of those that
 * were recorded before their publication only the last one is, and of those of one day as well.
 * @param texts oldest first
 */
export function publicTexts<Text extends RecordedText>(texts: readonly Text[]): Text[] {
  const shown: { text: Text; day: CalendarDate; wasHeldBack: boolean }[] = [];
  for (const text of texts) {
    if (text.published === null) continue;
    const wasHeldBack = text.published > text.day;
    const day = wasHeldBack ? text.published : text.day;
    const last = shown.at(-1);
    if (last && (last.day === day || (last.wasHeldBack && day < last.day))) shown.pop();
    shown.push({ text, day, wasHeldBack });
  }
  return shown.map(({ text, day }) => ({ ...text, day }));
}
