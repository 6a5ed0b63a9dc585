import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import type { Figures } from './figures.ts';

/** A site that was taken in, by its public name. */
export interface MeasuredSite {
  /** `owner/name` of the repository where it says so, else the name of the folder. */
  name: string;
  /** The commit that was taken in, in short; null for a folder that is no repository. */
  commit: string | null;
  kind: string;
  figures: Figures;
}

/** What the repository in which a folder lies says of where it is from. */
export function originOf(folder: string): { name: string; commit: string | null } {
  const git = (...words: string[]) => {
    try {
      return execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8', stdio: 'pipe' }).trim();
    } catch {
      return '';
    }
  };
  const [, name = basename(folder)] =
    /([^/:]+\/[^/:]+?)(?:\.git)?$/.exec(git('remote', 'get-url', 'origin')) ?? [];
  return { name, commit: git('rev-parse', '--short=10', 'HEAD') || null };
}

/** The figures as Markdown: one row a site, and their sum. */
export function table(sites: readonly MeasuredSite[], sum: Figures): string {
  const rows = [...sites, { name: 'all', commit: null, kind: '', figures: sum }].map(
    ({ name, commit, kind, figures: one }) =>
      `| ${name} | ${commit ?? ''} | ${kind} | ${one.texts} | ${one.published} | ${one.drafts} | ${one.unnamed} | ${one.words} | ${one.lostWords} | ${one.pictures} | ${one.lostPictures} |`,
  );
  return [
    '# What an import loses',
    '',
    'Taken in and built without a change by hand. A draft is a text that needs its author, and the report says why. Lost is what is neither on the page nor named in the report by its line.',
    '',
    '| site | commit | program | texts | published | drafts | without an entry | words | lost | pictures | lost |',
    '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
  ].join('\n');
}
