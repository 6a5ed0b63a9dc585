import { lstatSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

/**
 * Puts a finished site in its place in one step. The place is a link to the site's folder, because a link can
 * be replaced by one rename and a folder cannot: between two renames there would be no site. A reader of the
 * place meets the old site or the new one, whenever the process is killed. Where a folder stood before, the
 * first build moves it aside, which takes two steps; on Windows, which replaces no links, every build does.
 * The site before stays in its folder for those who are reading it; older ones are taken away.
 * @param fresh the finished site, in a folder that holds nothing but the sites of this place
 * @param plain put a folder where nothing stands yet, for machines that build once and hand the folder on: some
 *   hosts would take a link as a link
 */
export function takePlace(fresh: string, place: string, plain = false): void {
  const sites = dirname(fresh);
  const before = siteAt(place);
  if (plain && before === null && moved(fresh, place)) return;
  const next = join(dirname(place), `.${basename(place)}.next`);
  mkdirSync(dirname(place), { recursive: true });
  rmSync(next, { recursive: true, force: true });
  if (process.platform === 'win32') {
    symlinkSync(fresh, next, 'junction');
    rmSync(place, { recursive: true, force: true });
  } else {
    symlinkSync(relative(dirname(place), fresh), next);
    if (before === place) renameSync(place, join(sites, 'before-the-first'));
  }
  renameSync(next, place);
  const kept = [fresh, before];
  for (const name of readdirSync(sites)) {
    const old = join(sites, name);
    if (!kept.includes(old)) rmSync(old, { recursive: true, force: true });
  }
}

/** False where the place lies on another disk: then it can only be a link. */
function moved(fresh: string, place: string): boolean {
  mkdirSync(dirname(place), { recursive: true });
  try {
    renameSync(fresh, place);
    return true;
  } catch {
    return false;
  }
}

/** The folder that a place shows: itself where it is a folder, null where nothing is there. */
function siteAt(place: string): string | null {
  const there = lstatSync(place, { throwIfNoEntry: false });
  if (!there) return null;
  return there.isSymbolicLink() ? resolve(dirname(place), readlinkSync(place)) : place;
}
