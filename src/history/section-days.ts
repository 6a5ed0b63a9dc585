import type { EssayChanges } from '../document/essay-changes.ts';
import type { VersionChanges } from './changes.ts';

/**
 * When the essay and each of its sections were changed last.
 * @param changes of its versions, oldest first
 * @param ids of its sections today
 * @returns null where it was never changed
 */
export function sectionDays(
  changes: readonly VersionChanges[],
  ids: ReadonlySet<string>,
): EssayChanges | null {
  const last = changes.at(-1);
  if (!last) return null;
  const days = new Map(
    changes.flatMap(({ day, sections }) =>
      sections.flatMap(({ id, part }) => (part === 'notes' ? [] : [[id ?? '', day] as const])),
    ),
  );
  const sections = [...days].flatMap(([id, day]) => (id === '' || ids.has(id) ? [{ id, day }] : []));
  return { last: last.day, sections };
}
