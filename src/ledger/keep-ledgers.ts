import { writeFileSync } from 'node:fs';
import { resolve as toPath } from 'node:path';
import type { Problem } from '../essay/problem.ts';
import type { Change } from '../essay/resolve.ts';
import { root } from '../places.ts';
import type { Source } from '../sources/check-sources.ts';
import { faultProblem } from './fault-problem.ts';
import { type OpenLedger, openLedger } from './open-ledger.ts';

/** Where a ledger may only be read: in CI, and where a command was asked to (`--frozen`). */
export function isFrozen(): boolean {
  return process.argv.includes('--frozen') || /^(?:1|true)$/i.test(process.env['CI'] ?? '');
}

/**
 * Brings the ledger of every published essay up to date, or says what stands against it. A ledger with a
 * fault is left as it is; with `frozen` nothing is written at all.
 * @returns one line for each ledger that was written, and everything that stops a build
 */
export async function keepLedgers(
  sources: readonly Source[],
  frozen = isFrozen(),
): Promise<{ said: string[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const said: string[] = [];
  const open: OpenLedger[] = [];
  for (const source of sources) {
    const ledger = await openLedger(source);
    if (ledger === null) continue;
    if ('message' in ledger) problems.push(ledger);
    else open.push(ledger);
  }
  problems.push(...takenAddresses(open));
  for (const ledger of open) {
    const { file, before, after, resolution } = ledger;
    problems.push(...resolution.faults.map((fault) => faultProblem(fault, ledger)));
    if (resolution.faults.length > 0 || before === after) continue;
    if (frozen) {
      const message = `The ledger is not up to date with its text (${summary(resolution.changes)}). Run \`npm run anchors -- accept\` on your machine and commit this file.`;
      problems.push({ file, line: 0, message });
    } else if (problems.length === 0) {
      writeFileSync(toPath(root, file), after);
      said.push(`${file}: ${summary(resolution.changes)}. Commit this file with your text.`);
    }
  }
  return { said, problems };
}

const inWords: Record<Change['what'], string> = {
  carried: 'carried to changed text',
  new: 'new',
  moved: 'moved',
  merged: 'merged into another',
  restored: 'restored',
};

/** The changes in numbers: `2 carried to changed text, 1 new`. */
export function summary(changes: readonly Change[]): string {
  const parts = Object.entries(inWords).flatMap(([what, words]) => {
    const count = changes.filter((change) => change.what === what).length;
    return count > 0 ? [`${count} ${words}`] : [];
  });
  return parts.join(', ') || 'only the order or the beginning of texts changed';
}

/** An address under which one essay was published may not become another's. */
function takenAddresses(open: readonly OpenLedger[]): Problem[] {
  const bySlug = new Map(open.map((one) => [one.source.slug, one]));
  return open.flatMap(({ file, resolution: { ledger } }) =>
    ledger.formerly.flatMap((slug): Problem[] => {
      const other = bySlug.get(slug);
      if (!other) return [];
      const message = `The essay in ${file.replace('/anchors.json', '')} was published under the slug \`${slug}\` before. Give this folder another name.`;
      return [{ file: other.source.file, line: 0, message }];
    }),
  );
}
