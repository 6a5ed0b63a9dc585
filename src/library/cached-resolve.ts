import { type Resolve, resolve } from '../anchors/resolve.ts';
import type { Cache } from '../cache/cache.ts';
import { cachedJson } from '../cache/cached-json.ts';
import { codeVersion, keyOf } from '../cache/key.ts';
import { root } from '../paths.ts';

/** Sources that decide which block has which id. */
const resolvingCode = ['src/anchors', 'src/document', 'src/library/cached-resolve.ts'];

/** `resolve` that takes from the cache what the same text, ledger and version gave before. */
export function cachedResolve(cache: Cache): Resolve {
  const code = codeVersion(root, resolvingCode);
  return (blocks, ledger, version) => {
    const unpublished = version.unpublished && [...version.unpublished].sort();
    const key = keyOf(code, JSON.stringify([blocks, ledger, { ...version, unpublished }]));
    return cachedJson(cache, 'resolution', key, () => resolve(blocks, ledger, version));
  };
}
