import './on-author-error.ts';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openCache } from '../cache/cache.ts';
import { estimatedTimes } from '../compile/estimated-times.ts';
import { readSources } from '../compile/read-sources.ts';
import { nearest } from '../document/nearest.ts';
import { compileLedgers } from '../library/compile-ledgers.ts';
import { siteCompiler } from '../library/site-compiler.ts';
import { cacheFolder, pathFromRoot, root } from '../paths.ts';
import { site } from '../site.ts';

/**
 * `npm run reading -- slug 12:30`: writes `reading.vtt` beside an essay, with a cue for each block of its text. The times
 * are estimated from the length of the recording; its author corrects them by ear. No file is overwritten.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const [slug = '', length = ''] = positionals;
const seconds = secondsOf(length);
const sources = readSources(site.language);
const { ledgers } = await compileLedgers(sources, siteCompiler(openCache(cacheFolder)));
const essay = ledgers.current.find(({ source }) => source.slug === slug);
const draft = sources.essays.find((one) => one.slug === slug)?.metadata.draft;
const file = essay && join(dirname(resolve(root, essay.source.file)), 'reading.vtt');

if (seconds === null)
  stop('Write the slug of an essay and the length of its recording: npm run reading -- a-slug 12:30');
else if (!essay || !file) {
  const near = nearest(
    slug,
    ledgers.current.map(({ source }) => source.slug),
  );
  const why = draft
    ? `\`${slug}\` is a draft: only a published text has ids that stand.`
    : `There is no essay \`${slug}\`.`;
  stop(near === null || draft ? why : `${why} Did you mean \`${near}\`?`);
} else if (existsSync(file)) stop(`${pathFromRoot(file)} is there already. Nothing was written.`);
else {
  const blocks = essay.found.blocks.map(({ kind, text }, index) => ({
    kind,
    text,
    id: essay.resolution.ids[index] ?? '',
  }));
  writeFileSync(file, estimatedTimes(blocks, seconds));
  console.log(`Wrote ${pathFromRoot(file)}. Its times are estimated: correct them by ear.`);
}

function stop(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

/** `12:30`, `1:02:30` or `750` in seconds; null for anything else. */
function secondsOf(text: string): number | null {
  if (!/^(?:(?:\d+:)?\d{1,2}:)?\d+$/.test(text)) return null;
  const seconds = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds > 0 ? seconds : null;
}
