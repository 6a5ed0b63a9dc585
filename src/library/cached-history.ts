import type { StoredHistory } from '../anchors/dropped-anchors.ts';
import type { Cache } from '../cache/cache.ts';
import { codeVersion, keyOf } from '../cache/key.ts';
import { root } from '../paths.ts';

/**
 * Keeps what was read of a history in the cache, by the name of a branch or of a commit; the reader checks that it still
 * belongs to it.
 * @param kind of the entries
 */
export function cachedHistory(cache: Cache, kind: 'dropped-anchors' | 'text-commits'): StoredHistory {
  const code = codeVersion(root, ['src/anchors']);
  const key = (name: string) => keyOf(code, name);
  return {
    read(name) {
      const bytes = cache.get(kind, key(name));
      return bytes && Buffer.from(bytes).toString('utf8');
    },
    write: (name, text) => cache.put(kind, key(name), Buffer.from(text)),
  };
}
