import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

// It imports nothing of ours: a copy of it is beside the staged files and works while the rest is being replaced.

/**
 * Installs a staged upgrade. When it is interrupted, running it again does what is left.
 * @param folder the staged upgrade
 * @param site the folder that is upgraded
 * @returns where the owner's versions of changed files are, from the site's top; null where there are none
 */
export function apply(folder: string, site: string): string | null {
  const steps: { remove: string[]; write: string[] } = JSON.parse(
    readFileSync(join(folder, 'steps.json'), 'utf8'),
  );
  for (const path of steps.remove) {
    rmSync(join(site, path), { force: true });
    removeEmptyFolders(site, dirname(path));
  }
  for (const path of steps.write) {
    const file = join(folder, 'new', path);
    if (!existsSync(file)) continue; // done before an interruption
    mkdirSync(dirname(join(site, path)), { recursive: true });
    renameSync(file, join(site, path));
  }
  const copies = join(folder, 'yours');
  let copyFolder: string | null = null;
  if (existsSync(copies)) {
    const earlier = readdirSync(dirname(folder)).filter((name) => /^yours-\d+$/.test(name));
    const next = Math.max(0, ...earlier.map((name) => Number(name.slice('yours-'.length)))) + 1;
    copyFolder = `.stet/upgrade/yours-${next}`;
    renameSync(copies, join(site, copyFolder));
  }
  rmSync(folder, { recursive: true });
  return copyFolder;
}

function removeEmptyFolders(site: string, path: string): void {
  for (let folder = path; folder !== '.'; folder = dirname(folder)) {
    if (!existsSync(join(site, folder))) continue;
    if (readdirSync(join(site, folder)).length > 0) return;
    rmdirSync(join(site, folder));
  }
}

if (import.meta.main) {
  const folder = import.meta.dirname;
  const copyFolder = apply(folder, resolve(folder, '../../..'));
  console.log('The new engine is installed. Now run: npm install && npm run build');
  if (copyFolder !== null) console.log(`Your versions of changed files are in ${copyFolder}.`);
}
