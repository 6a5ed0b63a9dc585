import type { BlockKind } from '../document/block.ts';
import type { CalendarDate } from '../document/calendar-date.ts';

/** A block of a version, with the id under which it was published. */
export interface VersionBlock {
  id: string;
  kind: BlockKind;
  /** What a reader read in it. */
  text: string;
}

/** A text as readers could read it. */
export interface Version {
  /** From which day. */
  day: CalendarDate;
  title: string;
  blocks: readonly VersionBlock[];
}
