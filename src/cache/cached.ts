import type { Cache } from './cache.ts';

/** What the cache has, or what is made now and then kept there. The kind and the key are those of `Cache.get`. */
export async function cached(
  cache: Cache,
  kind: string,
  key: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const before = cache.get(kind, key);
  if (before !== null) return before;
  const made = await make();
  cache.put(kind, key, made);
  return made;
}
