import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apply } from './apply.ts';
import { readRecord } from './engine-record.ts';
import { git } from './git.ts';
import { engineAt, nearestCommit } from './history.ts';
import { makePlan } from './plan.ts';
import { isEmpty, planLines } from './report.ts';
import { openSource, type Source } from './source.ts';
import { isUnfinished, stage, stageFolder } from './stage.ts';
import { UpgradeError } from './upgrade-error.ts';

export interface UpgradeOptions {
  /** A folder or an address of git. */
  address: string;
  /** Empty for the newest. */
  version: string;
  /** Whether only to say what would change. */
  dryRun: boolean;
  /** Whether to go on where the work tree has changes that are not committed. */
  force: boolean;
}

/**
 * Takes a newer engine into a site. The owner's files are left as they are; see `ownership.ts` for which those are.
 * @param print called with each line of the report
 * @returns whether files were changed
 * @throws UpgradeError where it cannot be done; then nothing was changed
 */
export function upgrade(site: string, options: UpgradeOptions, print: (line: string) => void): boolean {
  if (isUnfinished(site)) throw new UpgradeError(unfinished);
  if (existsSync(options.address) && realpathSync(options.address) === realpathSync(site))
    throw new UpgradeError('The engine to take is this folder itself. Name the repository of the engine.');
  if (!options.force && !options.dryRun) refuseUncommitted(site);
  const work = mkdtempSync(join(tmpdir(), 'stet-upgrade-'));
  try {
    const source = openSource(options.address, options.version, work);
    const base = baseOf(site, source);
    const plan = makePlan(site, source, base);
    if (isEmpty(plan)) {
      print(`Nothing to change: the engine is that of ${source.version} already.`);
      return false;
    }
    print(`The engine: ${base?.version ?? 'an unknown version'} → ${source.version}`);
    if (base === null) print(unknownBase);
    for (const line of planLines(plan)) print(line);
    if (options.dryRun) {
      print('Nothing was written.');
      return false;
    }
    stage(site, source.folder, plan);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  print(`If this is interrupted, finish it with: npx node ${stageFolder}/apply.ts`);
  finishUpgrade(site, print);
  return true;
}

/** Installs a staged upgrade. @throws UpgradeError where there is none */
export function finishUpgrade(site: string, print: (line: string) => void): void {
  if (!isUnfinished(site)) throw new UpgradeError('There is no unfinished upgrade.');
  const copies = apply(join(site, stageFolder), site);
  print(
    'The new engine is installed. If installing or building is interrupted: npm install && npm run build',
  );
  if (copies !== null) print(`Your versions of changed files are in ${copies}, and in the commit before.`);
}

/** What the site's engine was: as the last upgrade recorded it, or the most like commit of the engine's history. */
function baseOf(site: string, { folder, history }: Source) {
  const recorded = readRecord(site);
  if (recorded !== null || history === null) return recorded;
  const commit = nearestCommit(site, history);
  return commit === null ? null : engineAt(folder, commit);
}

function refuseUncommitted(site: string): void {
  const { code, output } = git(site, 'status', '--porcelain', '--untracked-files=all', '--', '.');
  if (code !== 0)
    throw new UpgradeError(
      'This site is in no repository of git, so its state cannot be brought back. Commit it to one, or add --force.',
    );
  const paths = output.trimEnd().split('\n').filter(Boolean);
  if (paths.length === 0) return;
  const shown = paths.slice(0, 5).map((line) => `\n  ${line.slice(3)}`);
  const rest = paths.length > 5 ? `\n  and ${paths.length - 5} more` : '';
  throw new UpgradeError(
    `These changes are not committed:${shown.join('')}${rest}\nCommit or stash them, so that the upgrade is a change of its own; or add --force.`,
  );
}

const unfinished = 'An upgrade was started and not finished. Finish it with: npm run upgrade -- --continue';

const unknownBase =
  'The version of the engine in this site is unknown: every file that differs counts as changed by you, and none is removed.';
