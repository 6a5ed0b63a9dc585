import type { Plan } from './plan.ts';

/** What an upgrade does, as lines for a terminal. Lists of more than 20 are cut, but for what concerns the owner's work. */
export function planLines(plan: Plan): string[] {
  const { write, remove, changed, kept, deleted, restored, own, overruled, removed } = plan;
  return [
    ...list(`${count(write.length)} of the engine written`, write, 20),
    ...list(`${count(remove.length)} removed that the new engine does not have`, remove, 20),
    ...list('Changed by you, replaced or removed, and copied first', changed),
    ...list('Changed by you, kept as they are', kept),
    ...list('Deleted by you, not brought back', deleted, 20),
    ...list('Deleted by you, brought back because the engine needs them', restored, 20),
    ...list('Yours in src/, left in place', own, 20),
    ...list('package.json: your changes of the engine’s entries, now the engine’s again', overruled),
    ...list('package.json: entries of the engine that are gone', removed),
  ];
}

/** Whether there is nothing to do. */
export const isEmpty = (plan: Plan) => plan.write.length + plan.remove.length === 0;

const count = (many: number) => (many === 1 ? '1 file' : `${many} files`);

function list(title: string, paths: readonly string[], most = Number.POSITIVE_INFINITY): string[] {
  if (paths.length === 0) return [];
  const shown = paths.slice(0, most).map((path) => `  ${path}`);
  const rest = paths.length > most ? [`  and ${paths.length - most} more`] : [];
  return [`${title}:`, ...shown, ...rest];
}
