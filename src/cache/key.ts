import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key of a cache entry.
 * @param parts everything that the result depends on, in a fixed order; each is counted with its length, so that no two
 *   lists of parts give the same key
 * @returns SHA-256, 64 hexadecimal figures
 */
export function keyOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    hash.update(`${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * A version for code: changes when a byte of the given files changes, or Node, or what Node compresses with. Give the
 * folders of sources that make a result and `package-lock.json`, and use the version as a part of each key.
 * @param root the repository's top folder
 * @param paths files and folders below it; names and contents count, the path of the repository does not
 */
export function codeVersion(root: string, paths: readonly string[]): string {
  const { node, zlib = '', brotli = '' } = process.versions;
  const files = paths.flatMap((path) =>
    statSync(join(root, path)).isDirectory()
      ? readdirSync(join(root, path), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length))
      : [path],
  );
  const parts = files.sort().flatMap((file) => [file.replaceAll('\\', '/'), readFileSync(join(root, file))]);
  return keyOf(node, zlib, brotli, ...parts);
}
