import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentId } from './content-id.ts';
import { type Base, recordFile, recordText } from './engine-record.ts';
import { isListOfLines, isNecessary, isOwnersWhenChanged, mergedLines } from './ownership.ts';
import { mergePackages, packageSchema } from './package-file.ts';
import type { Source } from './source.ts';
import { UpgradeError } from './upgrade-error.ts';

/** What an upgrade does to a site. Paths are from the site's top, in order. */
export interface Plan {
  /** Files of the new engine to write. */
  write: string[];
  /** The text of those among them that are not the engine's as they are: merged ones and the record. */
  texts: Map<string, string>;
  /** Files of the engine before that the new one does not have. */
  remove: string[];
  /** Files of the engine that the owner had changed: replaced or removed, and copied first. */
  changed: string[];
  /** Files of the engine that the owner had changed and that stay as they are. */
  kept: string[];
  /** Files of the engine, and whole folders of it, that the owner had deleted and that stay away. */
  deleted: string[];
  /** Files that the owner had deleted and that come back, because the engine needs them. */
  restored: string[];
  /** Files of the owner's in the folder `src/`, which stay. */
  own: string[];
  /** Entries of `package.json`; see `mergePackages`. */
  overruled: string[];
  removed: string[];
}

/**
 * Compares a site with a new engine. Reads only.
 * @param base the engine that the site has now; null where it is unknown, and then every file that differs counts
 *   as changed by the owner and nothing is removed
 */
export function makePlan(site: string, source: Source, base: Base | null): Plan {
  const plan: Plan = {
    ...{ write: [], texts: new Map(), remove: [], changed: [], kept: [], deleted: [], restored: [] },
    ...{ own: [], overruled: [], removed: [] },
  };
  planPackage(plan, site, source, base);
  for (const [path, id] of source.files)
    if (path !== 'package.json') planFile(plan, path, id, site, source, base);
  for (const path of base?.files.keys() ?? []) {
    const own = source.files.has(path) ? null : bytesOf(site, path);
    if (own === null || path === 'package.json') continue;
    if (isKnown(path, own, source, base)) plan.remove.push(path);
    else if (isOwnersWhenChanged(path) || isListOfLines(path)) plan.kept.push(path);
    else {
      plan.remove.push(path);
      plan.changed.push(path);
    }
  }
  plan.own = filesIn(site, 'src').filter((path) => !source.files.has(path) && !plan.remove.includes(path));
  const record = recordText(source.version, source.files, source.package);
  if (bytesOf(site, recordFile)?.toString() !== record) {
    plan.texts.set(recordFile, record);
    plan.write.push(recordFile);
  }
  return plan;
}

function planFile(
  plan: Plan,
  path: string,
  id: string,
  site: string,
  source: Source,
  base: Base | null,
): void {
  const own = bytesOf(site, path);
  if (own === null) {
    const folder = deletedFolder(path, site, base);
    const wasDeleted = base?.files.has(path) || folder !== null;
    if (wasDeleted && !isNecessary(path)) {
      const shown = folder ?? path;
      if (!plan.deleted.includes(shown)) plan.deleted.push(shown);
    } else {
      plan.write.push(path);
      if (wasDeleted) plan.restored.push(path);
    }
    return;
  }
  if (contentId(own) === id) return;
  const isSameLock = path === 'package-lock.json' && base?.files.get(path) === id;
  if (isSameLock) return; // it may hold packages that the owner added
  if (isKnown(path, own, source, base)) plan.write.push(path);
  else if (isListOfLines(path)) {
    const merged = mergedLines(own.toString(), readFileSync(join(source.folder, path), 'utf8'));
    if (merged === own.toString()) return;
    plan.texts.set(path, merged);
    plan.write.push(path);
  } else if (isOwnersWhenChanged(path)) plan.kept.push(path);
  else {
    plan.write.push(path);
    plan.changed.push(path);
  }
}

/** Whether a file of the site is as some version of the engine had it. */
function isKnown(path: string, own: Buffer, { history }: Source, base: Base | null): boolean {
  const like = base?.files.get(path);
  if (like !== undefined && contentId(own, like) === like) return true;
  const ids = history?.contents.get(path);
  return ids?.has(contentId(own, [...ids][0])) ?? false;
}

/** The folder at the top that a file lies in, such as `tests/`, where the owner deleted the whole of it. */
function deletedFolder(path: string, site: string, base: Base | null): string | null {
  const top = /^[^/]+\//.exec(path)?.[0];
  if (top === undefined || base === null || statSync(join(site, top), { throwIfNoEntry: false })) return null;
  return [...base.files.keys()].some((other) => other.startsWith(top)) ? top : null;
}

function planPackage(plan: Plan, site: string, source: Source, base: Base | null): void {
  const text = bytesOf(site, 'package.json')?.toString() ?? '{}';
  const own = packageSchema.safeParse(JSON.parse(text));
  if (!own.success)
    throw new UpgradeError('package.json of this site could not be read. Restore it from git.');
  const merged = mergePackages(own.data, source.package, base?.package ?? null);
  plan.overruled = merged.overruled;
  plan.removed = merged.removed;
  const next = `${JSON.stringify(merged.package, null, 2)}\n`;
  if (next === text.replaceAll('\r\n', '\n')) return;
  plan.texts.set('package.json', next);
  plan.write.push('package.json');
  if (merged.overruled.length > 0) plan.changed.push('package.json');
}

function bytesOf(site: string, path: string): Buffer | null {
  const found = statSync(join(site, path), { throwIfNoEntry: false });
  if (found?.isDirectory())
    throw new UpgradeError(
      `${path} is a folder here and a file in the engine. Give the folder another name.`,
    );
  return found ? readFileSync(join(site, path)) : null;
}

function filesIn(site: string, folder: string): string[] {
  if (!statSync(join(site, folder), { throwIfNoEntry: false })) return [];
  return readdirSync(join(site, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(site.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
