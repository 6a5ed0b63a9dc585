import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../../src/paths.ts';
import { writeEmptySite } from '../build/our-site.ts';
import { pageContent, type SourceContent, sourceContent } from './content.ts';
import { added, type Figures, nothing } from './figures.ts';
import { lostPictures, lostWords } from './lost.ts';
import { type ImportReport, readReport } from './report.ts';

/** What became of the texts of a folder, and a sentence on each loss. */
export interface Measured {
  /** The program that made the site. */
  kind: string;
  figures: Figures;
  remarks: string[];
}

/**
 * Takes in a folder, builds it, and compares every text with its page. The site stays in `.stet/bench/import`, without
 * its pages and with the report.
 * @param fetches pictures of other sites too
 * @throws where a command fails
 */
export function measure(folder: string, fetches: boolean): Measured {
  const site = join(root, '.stet/bench/import', basename(folder));
  importAndBuild(site, folder, fetches);
  const report = readReport(site);
  const remarks: string[] = [];
  const all = report.taken.map((text) => measureText(text, { site, folder, report, remarks }));
  rmSync(join(site, 'dist'), { recursive: true, force: true });
  cpSync(report.path, join(site, 'report.md'));
  return { kind: report.kind, figures: all.reduce(added, nothing), remarks };
}

function importAndBuild(site: string, folder: string, fetches: boolean): void {
  writeEmptySite(site);
  const options = { cwd: site, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1e9 } as const;
  const run = (what: string, ...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, words, options);
    if (status !== 0) throw new Error(`The ${what} of ${folder} failed:\n${stdout}${stderr}`);
  };
  run('import', 'src/commands/import.ts', folder, ...(fetches ? ['--fetch'] : []));
  execFileSync('git', ['init', '-q'], options);
  run('build', 'src/commands/build.ts');
}

interface Context {
  site: string;
  folder: string;
  report: ImportReport;
  /** Gets a sentence on each loss. */
  remarks: string[];
}

function measureText(text: ImportReport['taken'][number], context: Context): Figures {
  const { site, report, remarks } = context;
  const { source, file, isDraft } = text;
  const one: Figures = { ...nothing, texts: 1 };
  if (isDraft) {
    if (report.remarksOn(file).size > 0) return { ...one, drafts: 1 };
    remarks.push(`${source}: is a draft, and nothing says why`);
    return { ...one, drafts: 1, unnamed: 1 };
  }
  const page = join(site, 'dist/essays', file.split('/').at(-2) ?? '', 'index.html');
  if (existsSync(page)) return { ...one, published: 1, ...compare(source, page, context) };
  remarks.push(`${source}: has no page`);
  return { ...one, published: 1, unnamed: 1 };
}

function compare(source: string, page: string, { folder, report, remarks }: Context) {
  const written: SourceContent = sourceContent(
    readFileSync(join(folder, source), 'utf8'),
    source.endsWith('.mdx'),
  );
  const shown = pageContent(readFileSync(page, 'utf8'));
  const named = report.remarksOn(source);
  const words = lostWords(written.words, shown.words, named);
  for (const { word, line } of words) remarks.push(`${source}:${line}: “${word}” is not on the page`);
  const pictures = lostPictures(written.pictures, shown.pictures, named);
  if (pictures > 0)
    remarks.push(`${source}: ${pictures} of ${written.pictures.length} pictures are not on the page`);
  return {
    words: written.words.length,
    pictures: written.pictures.length,
    lostWords: words.length,
    lostPictures: pictures,
  };
}
