import type { Cache } from './cache.ts';
import { cachedMap } from './cached-map.ts';
import { type File, packed, unpacked } from './packed-files.ts';

/** A file with the key of its entry, which names its content before it is read. */
interface KeyedFile extends File {
  key: string;
}

/** Files that are made together, each set an entry of the cache that is read only where one of its files is. */
export interface CachedFiles {
  /**
   * What the cache has, or what is made now and then kept there.
   * @param key made of everything that the files depend on
   */
  files(key: string, make: () => Promise<readonly File[]>): Promise<KeyedFile[]>;
  /** Keeps the names of all files that were asked for: with them the next build need not read the entries. */
  close(): void;
}

/**
 * Opens the entries of one kind. The content of a file that an earlier build has made throws `DamagedEntry` where its
 * entry is damaged.
 */
export function cachedFiles(cache: Cache, kind: string): CachedFiles {
  const lists = cachedMap<string[]>(cache, 'file-lists', kind);
  const listed = (key: string, files: readonly File[]) => {
    const paths = files.map(({ path }) => path);
    lists.set(key, paths);
    return files.map(({ path, content }) => ({ path, content, key }));
  };
  return {
    async files(key, make) {
      const paths = lists.get(key);
      if (paths && cache.keep(kind, key)) {
        lists.set(key, paths);
        return unreadFiles(cache, kind, key, paths);
      }
      const before = cache.get(kind, key);
      if (before !== null) return listed(key, unpacked(before));
      const made = await make();
      cache.put(kind, key, packed(made));
      return listed(key, made);
    },
    close: lists.close,
  };
}

/** Files whose entry is read when the content of one is asked for. */
function unreadFiles(cache: Cache, kind: string, key: string, paths: readonly string[]): KeyedFile[] {
  let contents: Map<string, Uint8Array> | undefined;
  const contentOf = (path: string) => {
    contents ??= new Map(unpacked(cache.getKept(kind, key)).map(({ path, content }) => [path, content]));
    const content = contents.get(path);
    if (!content) throw new Error(`The entry ${kind}/${key} of the cache does not have ${path}.`);
    return content;
  };
  return paths.map((path) => ({
    path,
    key,
    get content() {
      return contentOf(path);
    },
  }));
}
