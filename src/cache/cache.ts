import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  /** True where there is an entry, which then counts as used. Whether it is damaged is seen when it is read. */
  keep(kind: string, key: string): boolean;
  /** @throws where the disk is full or cannot be written */
  put(kind: string, key: string, bytes: Uint8Array): void;
  /** Deletes every entry that was neither found nor put since the cache was opened. Call it when the build has succeeded. */
  prune(): void;
}

/** Bytes of the SHA-256 at the beginning of each entry, over its kind, its key and its content. */
const sumLength = 32;

/**
 * Opens the cache in a folder, which need not exist. One process at a time may prune a folder; any number may read and
 * write it, because what another process has half written does not match its sum.
 */
export function openCache(folder: string): Cache {
  const used = new Set<string>();
  const made = new Set<string>();
  const fileOf = (kind: string, key: string) => join(folder, kind, key);
  return {
    get(kind, key) {
      const entry = readIfThere(fileOf(kind, key));
      if (entry === null) return null;
      const bytes = entry.subarray(sumLength);
      if (!entry.subarray(0, sumLength).equals(sumOf(kind, key, bytes))) return null;
      used.add(fileOf(kind, key));
      return bytes;
    },
    keep(kind, key) {
      const exists = existsSync(fileOf(kind, key));
      if (exists) used.add(fileOf(kind, key));
      return exists;
    },
    put(kind, key, bytes) {
      if (!made.has(kind)) mkdirSync(join(folder, kind), { recursive: true });
      made.add(kind);
      writeFileSync(fileOf(kind, key), Buffer.concat([sumOf(kind, key, bytes), bytes]));
      used.add(fileOf(kind, key));
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

function filesIn(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}
