import { z } from 'zod';

const entries = z.record(z.string(), z.string()).optional();

/** What is read of a `package.json`; other fields are carried along. */
export const packageSchema = z.looseObject({
  scripts: entries,
  dependencies: entries,
  devDependencies: entries,
  optionalDependencies: entries,
});

export type PackageFile = z.infer<typeof packageSchema>;

const dependencySections = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
const sections = ['scripts', ...dependencySections] as const;
type Section = (typeof sections)[number];

/** Fields by which the engine works; all others are the owner's where they changed them. */
const engineFields = ['type', 'engines'];

export interface MergedPackage {
  package: PackageFile;
  /** Entries of the engine that the owner had changed and that are the engine's again, such as `scripts.build`. */
  overruled: string[];
  /** Entries of the engine before that the new one does not have. */
  removed: string[];
}

/**
 * One `package.json` of the owner's and the engine's: scripts and packages of the engine win, and those that the
 * owner added stay; other fields stay the owner's.
 * @param base the engine's file at the version that the site has now; without it nothing is taken out
 */
export function mergePackages(
  owner: PackageFile,
  engine: PackageFile,
  base: PackageFile | null,
): MergedPackage {
  const merged: PackageFile = {};
  for (const key of new Set([...Object.keys(owner), ...Object.keys(engine)])) {
    const before = JSON.stringify(base?.[key]);
    const changed = base !== null && JSON.stringify(owner[key]) !== before;
    const keep = key in owner && !engineFields.includes(key) && (changed || base === null);
    const value = keep ? owner[key] : engine[key];
    if (value !== undefined) merged[key] = value;
  }
  const overruled: string[] = [];
  const removed: string[] = [];
  for (const section of sections) {
    const { kept, ...lists } = mergeSection(section, owner, engine, base);
    overruled.push(...lists.overruled);
    removed.push(...lists.removed);
    if (Object.keys(kept).length > 0) merged[section] = kept;
    else delete merged[section];
  }
  return { package: merged, overruled, removed };
}

function mergeSection(section: Section, owner: PackageFile, engine: PackageFile, base: PackageFile | null) {
  const kept: Record<string, string> = { ...engine[section] };
  const overruled: string[] = [];
  const removed: string[] = [];
  for (const [name, value] of Object.entries(owner[section] ?? {})) {
    const before = base?.[section]?.[name];
    const now = entryOf(engine, section, name);
    if (now === value) continue;
    if (now !== undefined) {
      if (before !== value) overruled.push(`${section}.${name} (${value})`);
    } else if (before === value) removed.push(`${section}.${name}`);
    else kept[name] = value;
  }
  if (section === 'scripts') return { kept, overruled, removed };
  const sorted = Object.entries(kept).sort(([one], [other]) => (one < other ? -1 : 1)); // as npm writes them
  return { kept: Object.fromEntries(sorted), overruled, removed };
}

/** The value of an entry; a package counts in whichever list of packages it is. */
function entryOf(file: PackageFile, section: Section, name: string): string | undefined {
  const sections = section === 'scripts' ? (['scripts'] as const) : dependencySections;
  return sections.map((one) => file[one]?.[name]).find((value) => value !== undefined);
}
