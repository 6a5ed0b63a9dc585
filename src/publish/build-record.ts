import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate } from '../document/calendar-date.ts';
import { root } from '../paths.ts';
import { type BuiltSite, writeFile } from './built-site.ts';

/** What a reader needs to know to build the same bytes again. It says nothing that differs between two equal builds. */
export interface BuildRecord {
  /** The commit that the site was built from; null where the build saw no git checkout. */
  commit: string | null;
  /** True where files differed from that commit: then the commit alone does not give these bytes. */
  changed: boolean | null;
  /** The day that the build was told, where it decides which essays can be commented on. */
  day?: CalendarDate;
  /** SHA-256 of package-lock.json. */
  lockfile: string;
  /** What did the work, by version. */
  tools: Record<string, string>;
  /** How to check it. */
  verify: string;
}

/** Tools whose versions decide bytes of the site. */
const tools = ['astro', '@astrojs/mdx', 'pagefind', 'subset-font', '@fontsource-variable/vollkorn'];

/** Writes `/.well-known/build.json`. */
export function addBuildRecord(site: BuiltSite, day: CalendarDate | null = null): void {
  const command = day === null ? 'npm run build' : `npm run build -- --day ${day}`;
  const record: BuildRecord = {
    ...checkout(),
    ...(day === null ? {} : { day }),
    lockfile: createHash('sha256')
      .update(readFileSync(join(root, 'package-lock.json')))
      .digest('hex'),
    tools: Object.fromEntries([
      ['node', process.versions.node],
      ...tools.map((name) => [name, versionOf(name)]),
    ]),
    verify: `Check out the commit, run \`npm ci\` and \`${command}\`, and compare dist/SHA256SUMS with /SHA256SUMS.`,
  };
  writeFile(site, '.well-known/build.json', `${JSON.stringify(record, null, 2)}\n`);
}

function checkout(): Pick<BuildRecord, 'commit' | 'changed'> {
  try {
    const commit = git('rev-parse', '--verify', 'HEAD');
    return { commit, changed: git('status', '--porcelain') !== '' };
  } catch {
    return { commit: null, changed: null }; // no git, no repository or no commit yet
  }
}

function git(...args: string[]): string {
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  return execFileSync('git', args, {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return String(version);
}
