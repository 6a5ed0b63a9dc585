import './on-author-error.ts';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openCache } from '../cache/cache.ts';
import { importFiles } from '../comments/import-files.ts';
import { knownEssays } from '../comments/known-essays.ts';
import { PendingBox } from '../comments/pending.ts';
import { openArchive } from '../import/archive.ts';
import { onlyComments, readExport } from '../import/read-export.ts';
import { pictureFetcher } from '../import/remote-pictures.ts';
import { importReport, summary, withOtherLines } from '../import/report.ts';
import { stagedContent, takeIn } from '../import/take-in.ts';
import { textChecker } from '../library/check-text.ts';
import { commentsBox, essaysFolder, importFolder, pathFromRoot, publicFolder, root } from '../paths.ts';
import { site } from '../site.ts';

const usage = `npm run import -- PATH      takes in the texts of another site as essays
PATH is a folder of Markdown (Jekyll, Hugo, Hexo, Eleventy, Astro, Gatsby, Obsidian), an export of WordPress (.xml)
or Ghost (.json), or a Substack archive (a folder or .zip). Nothing that you wrote is overwritten.
--fetch                     fetches pictures from other sites
--from https://old.example/ the address of the other site, where the export does not say it
--addresses PATTERN         how its addresses are made, such as /:year/:month/:title/
Exit codes: 0 done; 1 it could not be done; 2 the command is not understood.`;

process.exitCode = await run();

async function run(): Promise<number> {
  let parsed: ReturnType<typeof parsedArguments>;
  try {
    parsed = parsedArguments();
  } catch (error) {
    return misunderstood(error instanceof Error ? error.message : String(error));
  }
  const { path, fetch, from, addresses } = parsed;
  if (path === null) return misunderstood('');
  if (!existsSync(path)) return misunderstood(`${path} does not exist.`);
  if (from !== null && !/^https?:\/\//.test(from)) return misunderstood('--from must begin with https://.');
  const archive = openArchive(path);
  const found = readExport(archive, { addresses });
  if (found === onlyComments) return importComments(path);
  if (found === null) {
    console.error(`No text was found in ${path}.\n\n${usage}`);
    return 1;
  }
  const result = await takeIn(archive, found, {
    siteUrl: site.url,
    base: from,
    fetchPicture: fetch ? pictureFetcher(join(importFolder, 'fetched')) : null,
    root,
    essaysFolder,
    publicFolder,
    importFolder,
    check: textChecker(openCache(join(importFolder, 'cache')), stagedContent(importFolder)),
  });
  const reportFile = join(importFolder, `${archive.name.replaceAll(/[^\w.-]+/g, '-')}.md`);
  writeFileSync(reportFile, importReport(result));
  const needs = result.essays.flatMap((one) => withOtherLines(one.needs));
  for (const { file, line, what } of needs.slice(0, 50)) console.log(`${file}:${line}: ${what}`);
  if (needs.length > 50) console.log(`and ${needs.length - 50} more`);
  console.log(['', ...summary(result), `The report is ${pathFromRoot(reportFile)}`].join('\n'));
  return found.hasComments ? importComments(path) : 0;
}

function parsedArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      fetch: { type: 'boolean', default: false },
      from: { type: 'string' },
      addresses: { type: 'string' },
    },
  });
  const [path = null, ...others] = positionals;
  if (others.length > 0) throw new Error('Only one path can be imported at a time.');
  const from = values.from === undefined ? null : values.from.replace(/\/*$/, '/');
  return { path, fetch: values.fetch, from, addresses: values.addresses ?? null };
}

function misunderstood(why: string): number {
  console.error(why === '' ? usage : `${why}\n\n${usage}`);
  return 2;
}

/** Hands comments to their own importer; they wait for review like all others. */
async function importComments(path: string): Promise<number> {
  const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const options = {
    box: new PendingBox(commentsBox),
    essays: knownEssays(),
    blocklist: [],
    now,
    essay: null,
  };
  for (const { file, records, added, skipped } of await importFiles([resolve(path)], options))
    console.log(
      `${pathFromRoot(file)}: ${records} comments read, ${added.length} new, ${skipped.length} skipped. Review them with: npm run comments -- review`,
    );
  return 0;
}
