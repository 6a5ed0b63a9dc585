import type { StoredHistory } from '../anchors/dropped-anchors.ts';
import type { Cache } from '../cache/cache.ts';
import { codeVersion, keyOf } from '../cache/key.ts';
import { root } from '../paths.ts';

/** Keeps what was read of the history of each branch in the cache; the reader checks that it still belongs to it. */
export function cachedHistory(cache: Cache): StoredHistory {
  const code = codeVersion(root, ['src/anchors']);
  const key = (branch: string) => keyOf(code, branch);
  return {
    read(branch) {
      const bytes = cache.get('history', key(branch));
      return bytes && Buffer.from(bytes).toString('utf8');
    },
    write: (branch, text) => cache.put('history', key(branch), Buffer.from(text)),
  };
}
