import type { Cache } from './cache.ts';

/** Plain data that the cache has, or that is made now and then kept there. The kind and the key are those of `Cache.get`. */
export function cachedJson<Value>(cache: Cache, kind: string, key: string, make: () => Value): Value {
  const bytes = cache.get(kind, key);
  if (bytes !== null) return parsedJson(bytes);
  const value = make();
  cache.put(kind, key, Buffer.from(JSON.stringify(value)));
  return value;
}

/** The plain data of an entry that holds JSON. */
export function parsedJson(bytes: Uint8Array) {
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}
