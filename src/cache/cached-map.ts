import type { Cache } from './cache.ts';
import { parsedJson } from './cached-json.ts';

/** Values by their keys, all of them in one entry of the cache. */
export interface CachedMap<Value> {
  /** What the last build has kept; undefined where it had no such key. */
  get(key: string): Value | undefined;
  /** A value of this build; those of keys that are not set are not kept. */
  set(key: string, value: Value): void;
  /** Keeps what was set. The same key always has the same value, so that only other keys are a change. */
  close(): void;
}

/** Opens such an entry. The kind and the key are those of `Cache.get`; the values are plain data. */
export function cachedMap<Value>(cache: Cache, kind: string, key: string): CachedMap<Value> {
  const stored = cache.get(kind, key);
  const known = new Map<string, Value>(stored === null ? [] : parsedJson(stored));
  const used = new Map<string, Value>();
  return {
    get: (name) => known.get(name),
    set: (name, value) => void used.set(name, value),
    close() {
      const isSame = used.size === known.size && [...used.keys()].every((name) => known.has(name));
      if (!isSame) cache.put(kind, key, Buffer.from(JSON.stringify([...used])));
    },
  };
}
