import { longestIncreasingSubsequence } from '../anchors/match/increasing-subsequence.ts';
import type { CalendarDate } from '../document/calendar-date.ts';
import type { Version, VersionBlock } from './version.ts';

/** What happened to a block between two versions. A heading that was moved takes its section with it. */
export interface BlockChange {
  id: string;
  kind: VersionBlock['kind'];
  /** Its text in the version before; null where it was added. */
  before: string | null;
  /** Its text in this version; null where it was removed. The same as before where it was only moved. */
  after: string | null;
}

/** The changes in one section. */
export interface SectionChanges {
  /** The id of its heading; null for what is before the first one, and for notes. */
  id: string | null;
  part: 'opening' | 'section' | 'notes';
  title: string;
  changes: BlockChange[];
}

/** What a version changed. */
export interface VersionChanges {
  day: CalendarDate;
  /** The titles, where that was changed. */
  title: { before: string; after: string } | null;
  /** In the order of the text; those that the version removed are last. */
  sections: SectionChanges[];
}

/** What is different between two versions, block by block. */
export function changesBetween(before: Version, after: Version): VersionChanges {
  const previous = blocksById(before);
  const current = blocksById(after);
  const common = [...current.keys()].filter((id) => previous.has(id));
  const order = new Map([...previous.keys()].map((id, index) => [id, index]));
  const positions = common.map((id) => order.get(id) ?? 0);
  const unmoved = new Set(longestIncreasingSubsequence(positions).map((index) => common[index]));
  const sections = new Map<string, SectionChanges>();
  const add = ({ section }: PlacedBlock, change: BlockChange) => {
    const name = section.id ?? section.part;
    const known = sections.get(name) ?? { ...section, changes: [] };
    known.changes.push(change);
    sections.set(name, known);
  };
  for (const placed of current.values()) {
    const { id, kind, text } = placed.block;
    const old = previous.get(id)?.block.text ?? null;
    if (old !== text || !unmoved.has(id)) add(placed, { id, kind, before: old, after: text });
  }
  for (const placed of previous.values()) {
    const { id, kind, text } = placed.block;
    const { section } = placed;
    const now = section.id === null ? undefined : current.get(section.id);
    if (!current.has(id)) add(now ?? placed, { id, kind, before: text, after: null });
  }
  return {
    day: after.day,
    title: before.title === after.title ? null : { before: before.title, after: after.title },
    sections: [...sections.values()],
  };
}

/** True where nothing that readers read is different. */
export function isUnchanged({ title, sections }: VersionChanges): boolean {
  return title === null && sections.length === 0;
}

interface PlacedBlock {
  block: VersionBlock;
  section: Omit<SectionChanges, 'changes'>;
}

/** The blocks of a version in order, each with its section. */
function blocksById({ blocks }: Version): Map<string, PlacedBlock> {
  let section: PlacedBlock['section'] = { id: null, part: 'opening', title: '' };
  return new Map(
    blocks.map((block): [string, PlacedBlock] => {
      if (block.kind === 'section') section = { id: block.id, part: 'section', title: block.text };
      const notes: PlacedBlock['section'] = { id: null, part: 'notes', title: '' };
      return [block.id, { block, section: block.kind === 'note' ? notes : section }];
    }),
  );
}
