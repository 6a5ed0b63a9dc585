import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { firstDays } from './first-days.ts';

/** The files of another site: a folder, a zip archive, or one file. */
export interface Archive {
  /** Its name, without its folder. */
  name: string;
  /** Paths of all files, with `/`, sorted by code unit. */
  files: readonly string[];
  has(path: string): boolean;
  /** @throws Error where there is no such file */
  bytes(path: string): Uint8Array;
  text(path: string): string;
  /** The day of the first commit of a file, such as `2019-03-01`; null where there is none. */
  firstDay(path: string): string | null;
}

/** Folders that hold programs or a built site, never texts. */
const skipped = new Set(['node_modules', '_site', 'dist', 'vendor', '__MACOSX']);

/** @throws Error where there is nothing at the path, or where a zip archive is damaged */
export function openArchive(path: string): Archive {
  const name = basename(path);
  if (statSync(path).isDirectory())
    return archive(name, filesIn(path), (file) => readFileSync(join(path, file)), firstDays(path));
  const bytes = readFileSync(path);
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) return archive(name, [name], () => bytes);
  const entries = new Map(Object.entries(unzipSync(bytes)).filter(([file]) => isWanted(file)));
  return archive(name, [...entries.keys()], (file) => entries.get(file) ?? new Uint8Array());
}

function archive(
  name: string,
  paths: readonly string[],
  read: (file: string) => Uint8Array,
  firstDay: Archive['firstDay'] = () => null,
): Archive {
  const files = [...paths].sort();
  const known = new Set(files);
  return {
    name,
    files,
    has: (path) => known.has(path),
    bytes: (path) => {
      if (!known.has(path)) throw new Error(`There is no file \`${path}\` in ${name}.`);
      return read(path);
    },
    text: (path) => new TextDecoder().decode(read(path)),
    firstDay,
  };
}

function filesIn(folder: string, under = ''): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) return isWanted(`${path}/`) ? filesIn(folder, path) : [];
    return entry.isFile() && isWanted(path) ? [path] : [];
  });
}

function isWanted(path: string): boolean {
  if (path.endsWith('/') && dirname(path) === '.' && path.startsWith('.')) return false;
  return path.split('/').every((part) => !skipped.has(part) && !/^\.(?!well-known)./.test(part));
}
