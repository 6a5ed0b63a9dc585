import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { keepLedgers } from '../anchors/update-ledgers.ts';
import { checkSources } from '../compile/check-sources.ts';
import { AuthorError } from '../document/problem.ts';
import { buildRoot, placeLock, root, siteFolder, sitesFolder } from '../paths.ts';
import { takePlace } from '../publish/atomic-swap.ts';
import { publish } from '../publish/publish.ts';
import { astroAt } from './astro-root.ts';
import { problemsOf } from './author-problems.ts';
import { isDiskFull } from './disk-full.ts';
import { withLock } from './lock.ts';
import { reportProblems } from './report-problems.ts';

/**
 * Builds the whole site: sources are checked, the ledgers of links brought up to date, Astro makes pages in a
 * fresh folder, the publish pipeline finishes those, and only then do they take the place of the site that stood
 * before.
 * Mistakes of an author are printed as sentences, each with its file and line.
 * @returns the exit code: 0 when the site stands, 1 when something stopped it
 */
export async function buildSite(): Promise<number> {
  delete process.env['STET_DRAFTS'];
  process.env['NODE_ENV'] = 'production'; // before Astro is loaded, which looks at it then
  return withLock(placeLock, relative(root, siteFolder), buildInFreshFolder);
}

async function buildInFreshFolder(): Promise<number> {
  mkdirSync(sitesFolder, { recursive: true });
  const fresh = mkdtempSync(join(sitesFolder, 'site-'));
  try {
    const { problems, ...sources } = checkSources();
    if (problems.length > 0) throw new AuthorError(problems);
    const ledgers = await keepLedgers(sources);
    if (ledgers.problems.length > 0) throw new AuthorError(ledgers.problems);
    for (const line of ledgers.said) console.log(line);
    await makePages(fresh);
    await publish(fresh);
    takePlace(fresh, siteFolder, Boolean(process.env['CI'])); // every builder of a host says that it is one
    return 0;
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (isDiskFull(error)) {
      console.error(
        `The disk is full: no room for a second site beside ${relative(root, siteFolder)}, which is as it was. Make room, then build again.`,
      );
      return 1;
    }
    const problems = problemsOf(error);
    if (problems.length === 0) throw error;
    reportProblems(problems);
    return 1;
  }
}

async function makePages(fresh: string): Promise<void> {
  const { build } = await import('astro');
  rmSync(join(buildRoot, 'cache/data-store.json'), { force: true });
  await build({
    ...astroAt(buildRoot),
    outDir: fresh,
    force: true, // what Astro remembers of earlier texts must not decide what this site says
    logLevel: 'silent', // its errors are thrown as well, and are told by the caller in sentences
  });
}
