import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { staleFiles } from '../anchors/stale-files.ts';
import { isFrozen, staleProblems, writeFiles } from '../anchors/update-ledgers.ts';
import { openCache } from '../cache/cache.ts';
import { readSources } from '../compile/read-sources.ts';
import { AuthorError, formatProblem, type Problem } from '../document/problem.ts';
import { compileLibrary } from '../library/compile-library.ts';
import { linkProblems } from '../library/link-problems.ts';
import { siteBooks } from '../library/site-books.ts';
import { siteCards } from '../library/site-cards.ts';
import { siteCompiler } from '../library/site-compiler.ts';
import { writeSiteData } from '../library/site-data.ts';
import { filesBesidePages, searchOf, siteDataOf } from '../library/site-files.ts';
import { siteHistory } from '../library/site-history.ts';
import { assetsIn, knownPages } from '../library/unchanged-pages.ts';
import {
  astroRoot,
  buildLock,
  cacheFolder,
  contentFolder,
  pathFromRoot,
  problemsFile,
  siteDataFile,
  siteFolder,
  sitesFolder,
} from '../paths.ts';
import { atomicSwap, outdatedSite } from '../publish/atomic-swap.ts';
import { bookFonts } from '../publish/book-fonts.ts';
import { fileListOf } from '../publish/earlier-site.ts';
import { publish } from '../publish/publish.ts';
import { site } from '../site.ts';
import { astroSettings } from './astro-settings.ts';
import { problemsOf } from './author-problems.ts';
import { buildDay, closesComments } from './build-day.ts';
import { hasDamagedEntry } from './damaged-entry.ts';
import { isDiskFull } from './disk-full.ts';
import { guardTexts } from './guard-texts.ts';
import { withLock } from './lock.ts';
import { counted, progress } from './progress.ts';
import { reportProblems } from './report-problems.ts';
import { sampleValues } from './sample-values.ts';
import { heldBack } from './scheduled.ts';

/**
 * Builds the whole site: every text is compiled once, Astro makes pages in a new folder, the publish pipeline
 * finishes those, the ledgers of links are brought up to date, and only then does the folder replace the site that
 * was there. Mistakes of an author are printed as sentences, each with its file and line.
 * @returns the exit code: 0 when the site is published, 1 when something stopped it
 */
export async function buildSite(): Promise<number> {
  return withLock(buildLock, pathFromRoot(siteFolder), () => buildInNewFolder());
}

const settings = join(contentFolder, 'site.ts');

/** Thrown where Astro made other scripts or styles than the pages of an earlier build name. */
class OtherAssets extends Error {}

/**
 * @param fromNothing whether no page of an earlier build is taken and every entry of the cache is read before it is
 *   counted on: for a second attempt
 */
async function buildInNewFolder(fromNothing = false): Promise<number> {
  mkdirSync(sitesFolder, { recursive: true });
  const folder = mkdtempSync(join(sitesFolder, 'site-'));
  const failed = new AbortController();
  rmSync(problemsFile, { force: true }); // that of an earlier build
  try {
    const cache = openCache(cacheFolder, fromNothing);
    const told = buildDay(site, process.argv, process.env, pathFromRoot(settings));
    const reading = progress.stage('Reading texts');
    const sources = readSources(site.language);
    const { held, undated } = heldOrUndated([...sources.essays, ...sources.translations], told);
    const day = held.size > 0 || closesComments(site) ? told : null; // otherwise nothing depends on it
    reading.done(counted(sources.essays.length, 'essay'));

    const compiling = progress.stage('Compiling texts');
    const library = await compileLibrary(sources, {
      compiler: siteCompiler(cache),
      language: site.language,
      withDrafts: false,
      heldBack: held,
      progress: compiling.update,
    });
    const cards = siteCards(cache, site.name, site.language);
    const withCards = [...library.essays, ...library.translations];
    const stale = [...staleFiles(library.ledgers), ...library.staleRecords];
    const problems = [
      ...sources.problems,
      ...undated,
      ...library.problems,
      ...(await cards.problems(withCards)),
    ];
    if (problems.length > 0) stopAt([...problems, ...linkProblems(library, sources)]);
    if (isFrozen()) stopAt(staleProblems(stale));
    compiling.done();
    warn([
      ...sampleValues(site, readFileSync(settings, 'utf8'), pathFromRoot(settings)),
      ...library.warnings,
    ]);

    const indexing = progress.stage('Indexing for the search');
    const search = searchOf(cache);
    const files = await filesBesidePages(cache, library, search);
    const paths = files.map(({ path }) => path);
    const history = await siteHistory(cache, library);
    warn(history.warnings);
    const data = siteDataOf(library, search, paths, day, cache, history);
    const known = knownPages(data, cache, fromNothing);
    const { unchanged } = known;
    writeSiteData(siteDataFile, { ...data, unchanged: [...unchanged.keys()] });
    indexing.done();

    const making = progress.stage('Making pages');
    const drawing = cards.draw(withCards, failed.signal); // in a process of its own, meanwhile
    drawing.catch(() => {}); // what it throws is thrown below
    await makePages(folder);
    const assets = assetsIn(folder);
    if (unchanged.size > 0 && known.assets !== assets) throw new OtherAssets();
    await drawing;
    making.done();

    const binding = progress.stage('Making books');
    const books = await siteBooks(library.essays, library.translations, {
      cache,
      site,
      cards,
      fonts: bookFonts,
    });
    binding.done();

    const publishing = progress.stage('Publishing');
    const published = await publish(
      folder,
      [...files, ...history.files, ...cards.files(withCards), ...books],
      cache,
      {
        stale,
        day,
        heldBack: held,
        old: outdatedSite(sitesFolder, siteFolder, folder),
        unchanged,
      },
    );
    known.keep(assets, published.pageKeys); // before the swap: after it, nothing may fail for want of room
    publishing.done(`${counted(published.pages, 'page')}, ${published.reused} unchanged`);
    for (const line of isFrozen() ? [] : writeFiles(stale)) console.log(line); // new comments may be left
    atomicSwap(folder, siteFolder, Boolean(process.env['CI'])); // every builder of a host says that it is one
    cache.prune();
    progress.summary({
      essays: library.essays.length,
      pages: library.pages.length,
      drafts: library.drafts,
      heldBack: library.heldBack,
      files: published.files,
      bytes: published.bytes,
      folder: pathFromRoot(siteFolder),
    });
    return 0;
  } catch (error) {
    progress.stop();
    failed.abort();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 }); // Astro may still be writing there
    rmSync(fileListOf(folder), { force: true });
    if (!fromNothing && (error instanceof OtherAssets || hasDamagedEntry(error)))
      return buildInNewFolder(true);
    if (isDiskFull(error)) {
      console.error(
        `The disk is full: no room for a second site beside ${pathFromRoot(siteFolder)}, which is as it was. Make room, then build again.`,
      );
      return 1;
    }
    const problems = problemsOf(error);
    if (problems.length === 0) throw error;
    reportProblems(problems);
    return 1;
  }
}

/** The essays that are held back, or what is wrong with the days of those of which that cannot be known. */
function heldOrUndated(...given: Parameters<typeof heldBack>): {
  held: Set<string>;
  undated: readonly Problem[];
} {
  try {
    return { held: heldBack(...given), undated: [] };
  } catch (error) {
    const undated = problemsOf(error);
    if (undated.length === 0) throw error;
    return { held: new Set(), undated };
  }
}

function stopAt(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new AuthorError(problems);
}

function warn(warnings: readonly Problem[]): void {
  for (const warning of warnings)
    console.warn(`${formatProblem(warning)} This is a warning: the build goes on.`);
}

async function makePages(folder: string): Promise<void> {
  const { build } = await import('astro');
  rmSync(join(astroRoot, 'cache/data-store.json'), { force: true });
  await guardTexts(() =>
    build({
      ...astroSettings(),
      outDir: folder,
      force: true, // what Astro remembers of earlier texts must not decide what this site says
      logLevel: 'silent', // its errors are thrown as well, and are reported by the caller in sentences
    }),
  );
}
