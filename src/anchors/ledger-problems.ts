import { essayAddress, fragmentAddress } from '../document/address.ts';
import { type Problem, problem } from '../document/problem.ts';
import type { Conflict } from './conflict.ts';
import { conflictProblem } from './conflict-problem.ts';
import { duplicateIds } from './duplicate-ids.ts';
import type { LedgerState } from './load-ledger.ts';
import type { LedgerStates } from './load-ledgers.ts';
import { sameWords } from './match/sketch.ts';
import { missingEssays } from './missing-essay.ts';
import { missingTranslations } from './translation/missing-translations.ts';

/** Everything that stops a build until the author decides about it. */
export function ledgerProblems(states: LedgerStates): Problem[] {
  const conflicts = states.current.flatMap((essay) => {
    const duplicates = duplicateIds(essay);
    if (duplicates.length > 0) return duplicates;
    return essay.resolution.conflicts.map((conflict) =>
      conflictProblem(conflict, essay, addressElsewhere(conflict, essay, states)),
    );
  });
  return [
    ...unknownHistory(states),
    ...states.slugConflicts,
    ...missingEssays(states),
    ...missingTranslations(states),
    ...conflicts,
  ];
}

/** In a shallow clone, what was published and then lost in an earlier commit cannot be seen. */
function unknownHistory({ history, list }: LedgerStates): Problem[] {
  const isUnknown = history?.isWhole === false && process.env['STET_SHALLOW'] !== 'allow';
  return isUnknown ? [problem('anchors/shallow', {}, { file: list.file })] : [];
}

/** The address of a lost text in another essay; null where no other has it. */
function addressElsewhere(
  { id }: Conflict,
  { ledger, source }: LedgerState,
  { current }: LedgerStates,
): string | null {
  const lost = ledger.anchors.find((anchor) => anchor.id === id);
  for (const other of current) {
    const same = other.resolution.ledger.anchors.find(
      (anchor) => anchor.to === undefined && anchor.retired === undefined && lost && sameWords(anchor, lost),
    );
    if (same && other.source.slug !== source.slug)
      return fragmentAddress(essayAddress(other.source.slug), same.id);
  }
  return null;
}
