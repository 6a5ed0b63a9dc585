import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nearest } from '../document/nearest.ts';
import { contentId } from './content-id.ts';
import { git } from './git.ts';
import { type History, nameOfCommit, readHistory } from './history.ts';
import { isOfEngine } from './ownership.ts';
import { type PackageFile, packageSchema } from './package-file.ts';
import { UpgradeError } from './upgrade-error.ts';

/** A version of the engine that can be put into a site. */
export interface Source {
  /** Where its files lie. */
  folder: string;
  /** Its tag, or the first digits of its commit; `unversioned` for a plain folder. */
  version: string;
  /** Every file of the engine with the id of its content. */
  files: ReadonlyMap<string, string>;
  package: PackageFile;
  /** Null for a folder that is no repository of git. */
  history: History | null;
}

/** Files by which an engine is known, and which it cannot do without. */
const known = [
  'package.json',
  'package-lock.json',
  'astro.config.mjs',
  'src/commands/build.ts',
  'src/site.ts',
];

/**
 * Reads an engine.
 * @param address a folder or whatever `git clone` understands
 * @param version a tag (with or without its `v`), branch or commit; empty for the newest release (the highest tag
 *   `v1.2.3`), or, where there is none, the state of the main branch
 * @param work an empty folder for a clone; nothing is written elsewhere
 * @throws UpgradeError where it cannot be reached, lacks the version or is no engine
 */
export function openSource(address: string, version: string, work: string): Source {
  if (address.startsWith('-')) throw new UpgradeError(`\`${address}\` is no address of a repository.`);
  const local = existsSync(address);
  if (local && !existsSync(join(address, '.git')) && !existsSync(join(address, 'HEAD'))) {
    if (version === '') return engineIn(resolve(address), address, 'unversioned', null);
    throw new UpgradeError(
      `${address} is a plain folder and has no versions. Leave \`${version}\` out, or name a repository of git.`,
    );
  }
  const folder = join(work, 'engine');
  const cloned = git(
    work,
    'clone',
    '--quiet',
    '--no-checkout',
    '--',
    local ? resolve(address) : address,
    folder,
  );
  if (cloned.code !== 0) throw new UpgradeError(`${address} could not be read. Git says: ${cloned.error}`);
  const chosen = version === '' ? (releases(folder)[0] ?? 'HEAD') : version;
  const commit = commitOf(folder, chosen);
  if (commit === null) throw new UpgradeError(noSuchVersion(folder, address, version));
  const checkedOut = git(folder, 'checkout', '--quiet', '--detach', commit);
  if (checkedOut.code !== 0)
    throw new UpgradeError(`${chosen} of ${address} could not be written. Git says: ${checkedOut.error}`);
  return engineIn(folder, address, nameOfCommit(folder, commit), readHistory(folder));
}

function commitOf(folder: string, version: string): string | null {
  const names = [`refs/tags/${version}`, `refs/tags/v${version}`, `refs/remotes/origin/${version}`];
  if (version === 'HEAD' || /^[0-9a-f]{7,64}$/.test(version)) names.push(version);
  for (const name of names) {
    const { code, output } = git(folder, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`);
    if (code === 0) return output.trim();
  }
  return null;
}

/** The tags of released versions, newest first. */
function releases(folder: string): string[] {
  const { output } = git(folder, 'tag', '--list', 'v[0-9]*', '--sort=-version:refname');
  return output.split('\n').filter((tag) => /^v\d+(?:\.\d+)*$/.test(tag));
}

function noSuchVersion(folder: string, address: string, version: string): string {
  const tags = releases(folder);
  if (version === '') return `${address} has no commits.`;
  if (tags.length === 0) return `${address} has no version \`${version}\`, and no tagged versions at all.`;
  const near = nearest(version, tags);
  const hint = near ? ` Did you mean \`${near}\`?` : '';
  return `${address} has no version \`${version}\`.${hint} The newest are: ${tags.slice(0, 5).join(', ')}.`;
}

function engineIn(folder: string, address: string, version: string, history: History | null): Source {
  const missing = known.filter((path) => !existsSync(join(folder, path)));
  if (missing.length > 0)
    throw new UpgradeError(
      `${address} is no Stet engine: it has no ${missing[0]}. Name the repository that the site was made from.`,
    );
  const files = new Map<string, string>();
  for (const path of pathsIn(folder, history !== null)) {
    if (!isOfEngine(path)) continue;
    if (!lstatSync(join(folder, path)).isFile())
      throw new UpgradeError(`${path} of ${address} is no plain file. The engine has none but plain files.`);
    files.set(path, contentId(readFileSync(join(folder, path))));
  }
  const read = packageSchema.safeParse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  if (!read.success) throw new UpgradeError(`package.json of ${address} could not be read.`);
  return { folder, version, files, package: read.data, history };
}

function pathsIn(folder: string, isRepository: boolean): string[] {
  if (isRepository) return git(folder, 'ls-files', '-z').output.split('\0').filter(Boolean);
  const walk = (inside: string): string[] =>
    readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (!isOfEngine(path)) return [];
      return statSync(join(folder, path)).isDirectory() ? walk(path) : [path];
    });
  return walk('');
}
