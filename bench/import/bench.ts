import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../src/paths.ts';
import { writeEmptySite } from '../build/our-site.ts';
import { pageContent, sourceContent } from './content.ts';
import { type Remarks, readReport } from './report.ts';

/**
 * `npm run bench:import -- [--fetch] FOLDER…`: takes in the texts of other sites with the real commands, each into a new
 * site, builds that, and compares every published page with its source: words and pictures that are neither on the
 * page nor named in the report by the line are lost in silence. Exit code 1 where there are any, or a text has no entry.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { fetch: { type: 'boolean', default: false } },
});
if (positionals.length === 0) {
  console.error('Usage: npm run bench:import -- [--fetch] FOLDER [FOLDER …]');
  process.exit(1);
}

const sum = {
  texts: 0,
  published: 0,
  drafts: 0,
  unnamed: 0,
  words: 0,
  lostWords: 0,
  pictures: 0,
  lostPictures: 0,
};
for (const folder of positionals) measure(resolve(folder));
console.log(`\nall: ${figures(sum)}`);
if (sum.unnamed + sum.lostWords + sum.lostPictures > 0) process.exitCode = 1;

function measure(folder: string): void {
  const site = join(root, '.stet/bench/import', basename(folder));
  writeEmptySite(site);
  const options = { cwd: site, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1e9 } as const;
  const imported = spawnSync(
    process.execPath,
    ['src/commands/import.ts', folder, ...(values.fetch ? ['--fetch'] : [])],
    options,
  );
  if (imported.status !== 0) throw new Error(`The import of ${folder} failed:\n${imported.stderr}`);
  execFileSync('git', ['init', '-q'], options);
  const built = spawnSync(process.execPath, ['src/commands/build.ts'], options);
  if (built.status !== 0) throw new Error(`The build of ${folder} failed:\n${built.stdout}${built.stderr}`);
  const report = readReport(site);
  const own = { ...sum };
  for (const key of Object.keys(own)) Object.assign(own, { [key]: 0 });
  for (const { source, file, isDraft } of report.taken) {
    own.texts += 1;
    if (isDraft) {
      own.drafts += 1;
      if (report.remarksOn(file).size === 0) {
        own.unnamed += 1;
        console.log(`${source}: is a draft, and nothing says why`);
      }
      continue;
    }
    own.published += 1;
    const page = join(site, 'dist/essays', file.split('/').at(-2) ?? '', 'index.html');
    const named: Remarks = report.remarksOn(source);
    if (!existsSync(page)) {
      own.unnamed += 1;
      console.log(`${source}: has no page`);
      continue;
    }
    const written = sourceContent(readFileSync(join(folder, source), 'utf8'), source.endsWith('.mdx'));
    const shown = pageContent(readFileSync(page, 'utf8'));
    own.words += written.words.length;
    own.pictures += written.pictures.length;
    const left = new Map(shown.words);
    for (const { word } of written.words) left.set(word, (left.get(word) ?? 0) - 1);
    for (const { word, line } of written.words) {
      const missing = left.get(word) ?? 0;
      if (missing >= 0) continue;
      left.set(word, missing + 1);
      const lines = written.words.filter((one) => one.word === word).map((one) => one.line);
      if (lines.some((one) => named.has(one))) continue;
      own.lostWords += 1;
      console.log(`${source}:${line}: “${word}” is not on the page`);
    }
    const more = written.pictures.length - shown.pictures;
    const namedPictures = written.pictures.filter(({ line }) => named.has(line)).length;
    if (more > namedPictures) {
      own.lostPictures += more - namedPictures;
      console.log(
        `${source}: ${more - namedPictures} of ${written.pictures.length} pictures are not on the page`,
      );
    }
  }
  console.log(`${basename(folder)} (${report.kind}): ${figures(own)}`);
  for (const [key, value] of Object.entries(own))
    Object.assign(sum, { [key]: Reflect.get(sum, key) + value });
  rmSync(join(site, 'dist'), { recursive: true, force: true });
  cpSync(report.path, join(site, 'report.md'));
}

function figures(one: typeof sum): string {
  return `${one.texts} texts, ${one.published} published, ${one.drafts} drafts, ${one.unnamed} without an entry; ${one.words} words in published sources, ${one.lostWords} lost in silence; ${one.pictures} pictures, ${one.lostPictures} lost in silence`;
}
