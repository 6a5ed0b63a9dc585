import { once } from 'node:events';
import { basename, join, sep } from 'node:path';
import { dev } from 'astro';
import { watch } from 'chokidar';
import { commitLog } from '../anchors/git.ts';
import { staleFiles } from '../anchors/stale-files.ts';
import { writeFiles } from '../anchors/update-ledgers.ts';
import { openCache } from '../cache/cache.ts';
import { waitingComments } from '../comments/waiting-comments.ts';
import { sourceReader } from '../compile/read-sources.ts';
import { type CalendarDate, isCalendarDate } from '../document/calendar-date.ts';
import type { MadeFile } from '../document/made-file.ts';
import { byPosition, formatProblem, type Problem } from '../document/problem.ts';
import { languageOfRecord } from '../document/record-name.ts';
import { compileLibrary, type Library } from '../library/compile-library.ts';
import { filesBesideTexts } from '../library/files-beside-texts.ts';
import { fileOnDemand } from '../library/files-on-demand.ts';
import type { KnownEssay } from '../library/known-essay.ts';
import { mistakenTexts, mistakesByAddress } from '../library/mistaken-texts.ts';
import { siteCompiler } from '../library/site-compiler.ts';
import { writeSiteData } from '../library/site-data.ts';
import { filesBesidePages, searchOf, siteDataOf } from '../library/site-files.ts';
import { noHistory, siteHistory } from '../library/site-history.ts';
import { waitingCommentsPage } from '../library/waiting-list.ts';
import { writingFiles } from '../library/writing-files.ts';
import { cacheFolder, commentsBox, contentFolder, essaysFolder, siteDataFile } from '../paths.ts';
import { bookFonts } from '../publish/book-fonts.ts';
import { writingPolicyHeader } from '../publish/writing-policy.ts';
import { site } from '../site.ts';
import { astroSettings } from './astro-settings.ts';
import { guardRequests } from './guard-requests.ts';
import { writingLines } from './writing-lines.ts';

/** Written by the server itself after a change. */
const ledgerFiles: ReadonlySet<string> = new Set(['anchors.json', 'published.json']);

/** Milliseconds without a change before texts are read: an editor may save one file in several steps. */
const pause = 60;

/**
 * `npm run dev`: shows the site while its texts are written, drafts too. After a save only the text that changed is
 * compiled. Mistakes are printed and shown at the address of their text, and the pages of all other texts stay.
 * @param port null for a free one
 */
export async function startWriting(port: number | null = null): Promise<void> {
  const cache = openCache(cacheFolder);
  const compiler = siteCompiler(cache);
  const search = searchOf(cache);
  const read = sourceReader(site.language);
  const known = new Map<string, KnownEssay>();
  let library: Library;
  let made: Promise<MadeFile[]> | undefined;
  let mistakes: ReadonlyMap<string, readonly Problem[]> = new Map();
  let fonts: Promise<MadeFile[]> | undefined;
  let waitingIn: readonly string[] = []; // slugs of the essays with comments that wait
  let boxChanged = false;
  let history = noHistory;
  let isCommitted = true; // until the history is read for the first time

  async function compile(): Promise<void> {
    const sources = read();
    const waiting = waitingComments(commentsBox);
    for (const slug of [...waitingIn, ...waiting.bySlug.keys()]) if (boxChanged) known.delete(slug);
    waitingIn = [...waiting.bySlug.keys()];
    boxChanged = false;
    const { language } = site;
    library = await compileLibrary(sources, { compiler, language, withDrafts: true, waiting, known });
    made = undefined;
    mistakes = mistakesByAddress(sources, library);
    const { problems: ofFiles, draftProblems } = sources;
    const problems = [...ofFiles, ...draftProblems, ...library.problems].sort(byPosition);
    for (const problem of [...problems, ...library.warnings]) console.error(formatProblem(problem));
    const stale = [...staleFiles(library.ledgers), ...library.staleRecords];
    if (problems.length === 0) for (const line of writeFiles(stale)) console.log(line);
    show();
  }

  function show(): void {
    writeSiteData(siteDataFile, siteDataOf(library, search, [], today(), cache, history));
  }

  function sayWhere(home: string): void {
    const texts = [...library.essays, ...library.translations];
    for (const line of writingLines(home, texts, today())) console.log(line);
  }

  /** It is read after the pages are there and after each commit: a save changes nothing in it. */
  async function readHistory(): Promise<void> {
    history = await siteHistory(cache, library);
    for (const problem of history.warnings) console.error(formatProblem(problem));
    made = undefined;
    show();
  }

  const commits = commitLog();
  const watcher = watch([contentFolder, commentsBox, ...(commits ? [commits] : [])], { ignoreInitial: true });
  await once(watcher, 'ready'); // what is saved from now on is seen
  await compile();
  console.log('Starting the server …');
  const files = writingFiles(
    () => (made ??= filesOfPages()),
    () => filesBesideTexts(library, { withDrafts: true }),
    (path) => fileOnDemand(library, { cache, fonts: () => (fonts ??= bookFonts()), path }),
  );
  async function filesOfPages(): Promise<MadeFile[]> {
    return [...(await filesBesidePages(cache, library, search, { withDrafts: true })), ...history.files];
  }
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  watcher.on('all', (_event, path) => {
    if (path === commits) isCommitted = true;
    else if (path.startsWith(commentsBox + sep)) boxChanged = true;
    else if (!path.startsWith(contentFolder + sep) || ledgerFiles.has(basename(path)) || isRecord(path))
      return;
    const [slug = ''] = path.slice(join(essaysFolder, sep).length).split(sep);
    if (path.startsWith(essaysFolder)) known.delete(slug); // what lies beside a text is part of it
    clearTimeout(timer);
    timer = setTimeout(() => {
      update(compile);
    }, pause);
  });
  function update(first: () => Promise<void>): void {
    running = running
      .then(first)
      .then(async () => {
        if (isCommitted) await readHistory();
        isCommitted = false;
      })
      .then(files.reload, (error: unknown) => console.error(error));
  }
  const { address, resolvedUrls } = await dev({
    ...astroSettings(),
    integrations: [
      writingPolicyHeader(site),
      guardRequests(),
      waitingCommentsPage(commentsBox, () => library),
      mistakenTexts(() => mistakes),
      files.integration,
    ],
    ...(port === null ? {} : { server: { port } }),
  });
  const [home = `http://localhost:${address.port}/`] = resolvedUrls.local;
  sayWhere(home);
  update(async () => {});
  running = running.then(() => cache.prune());
}

/** Whether the server itself writes a file: what a translation was made from. */
function isRecord(path: string): boolean {
  return languageOfRecord(basename(path)) !== null;
}

/** The day by which comments close. Nothing that is published is made here, so the clock may be asked. */
function today(): CalendarDate | null {
  const day = new Date().toISOString().slice(0, 10);
  return isCalendarDate(day) ? day : null;
}
