import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Results of earlier builds, found by a key made of everything that a result depends on (`keyOf`). The cache
 * decides how long a build takes and never what it gives: an entry that cannot be read, is damaged or belongs to
 * another key counts as absent.
 */
export interface Cache {
  /**
   * @param kind what the entry is, for example `page`: lower-case letters, figures, hyphens
   * @returns the bytes as they were put, or null: then make them again and put them
   */
  get(kind: string, key: string): Uint8Array | null;
  /** True where there is an entry, which then counts as used. Whether it is damaged, `getKept` finds out. */
  keep(kind: string, key: string): boolean;
  /** An entry that `keep` has found. @throws DamagedEntry */
  getKept(kind: string, key: string): Uint8Array;
  /** @throws where the disk is full or cannot be written */
  put(kind: string, key: string, bytes: Uint8Array): void;
  /** Deletes every entry that was neither found nor put since the cache was opened. Call it when the build has succeeded. */
  prune(): void;
}

/** Thrown where an entry was counted on, and is damaged: start again with a cache that checks what it keeps. */
export class DamagedEntry extends Error {
  readonly isDamagedEntry = true; // Astro bundles a copy of the class, and the MDX compiler gives it another name

  constructor(kind: string, key: string) {
    super(`The cache has a damaged entry (${kind}/${key}). \`npm run build\` makes it again.`);
  }
}

/** Bytes of the SHA-256 at the beginning of each entry, over its kind, its key and its content. */
const sumLength = 32;

/**
 * Opens the cache in a folder, which need not exist. One process at a time may prune a folder; any number may read and
 * write it, since an entry gets its name when it is whole.
 * @param checked whether `keep` reads the whole entry and counts a damaged one as absent
 */
export function openCache(folder: string, checked = false): Cache {
  const used = new Set<string>();
  const made = new Set<string>();
  const fileOf = (kind: string, key: string) => join(folder, kind, key);
  const get = (kind: string, key: string) => {
    const entry = readIfThere(fileOf(kind, key));
    if (entry === null) return null;
    const bytes = entry.subarray(sumLength);
    if (!entry.subarray(0, sumLength).equals(sumOf(kind, key, bytes))) return null;
    used.add(fileOf(kind, key));
    return bytes;
  };
  return {
    get,
    getKept(kind, key) {
      const bytes = get(kind, key);
      if (bytes === null) throw new DamagedEntry(kind, key);
      return bytes;
    },
    keep(kind, key) {
      if (checked) return get(kind, key) !== null;
      const exists = existsSync(fileOf(kind, key));
      if (exists) used.add(fileOf(kind, key));
      return exists;
    },
    put(kind, key, bytes) {
      if (!made.has(kind)) mkdirSync(join(folder, kind), { recursive: true });
      made.add(kind);
      const file = fileOf(kind, key);
      const unfinished = `${file}.${process.pid}`; // what a killed process leaves of it is pruned
      writeFileSync(unfinished, Buffer.concat([sumOf(kind, key, bytes), bytes]));
      renameSync(unfinished, file);
      used.add(file);
    },
    prune() {
      for (const file of filesIn(folder)) if (!used.has(file)) rmSync(file, { force: true });
    },
  };
}

function sumOf(kind: string, key: string, bytes: Uint8Array): Buffer {
  return createHash('sha256').update(`${kind} ${key}\n`).update(bytes).digest();
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null; // absent, or not readable: both mean that the result has to be made
  }
}

/** Every file of the cache. Those of a kind are listed by their names alone: a thousand essays have many. */
function filesIn(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder, { withFileTypes: true }).flatMap((kind) => {
    const path = join(folder, kind.name);
    return kind.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
  });
}
