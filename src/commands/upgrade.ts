import { parseArgs } from 'node:util';
import { root } from '../paths.ts';
import { finishUpgrade, upgrade } from '../upgrade/upgrade.ts';
import { UpgradeError } from '../upgrade/upgrade-error.ts';
import { runNpm } from './run-npm.ts';

/**
 * `npm run upgrade -- <git address or folder> [version]`: takes a newer engine into this site. `--dry-run` only says
 * what would change, `--force` goes on with uncommitted changes, `--no-install` leaves the packages as they are,
 * `--continue` finishes an upgrade that was interrupted.
 */
const usage =
  'Usage: npm run upgrade -- <git address or folder> [version] [--dry-run] [--force] [--no-install] [--continue]';

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UpgradeError)) throw error;
  console.error(`${error.message}\nNothing was changed.`);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { values, positionals } = parsed();
  const [address = '', version = '', ...more] = positionals;
  if (values.continue) finishUpgrade(root, console.log);
  else if (address === '' || more.length > 0) throw new UpgradeError(usage);
  else {
    const options = { address, version, dryRun: values['dry-run'], force: values.force };
    if (!upgrade(root, options, console.log)) return 0;
  }
  const installed = values['no-install'] ? 0 : await runNpm('install', '--no-audit', '--no-fund');
  const code = installed || (await runNpm('run', 'build'));
  if (code === 0) console.log('Upgraded and built. Look at the site (npm start), then commit.');
  else
    console.error(
      'The new engine is installed, but the site was not built: see above. Correct that, or go back with: git stash --include-untracked && npm install',
    );
  return code;
}

function parsed() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        'no-install': { type: 'boolean', default: false },
        continue: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UpgradeError(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}
