/** A connection on which nothing arrives for so long (milliseconds) is taken to be dead. */
const patience = 4000;

/**
 * Fetches a file. It may take its time while bytes keep coming; where they stop, or the host has no such file,
 * it is asked for a second time, past every cache.
 * @param again true to go past the caches at once
 * @returns null where it did not come
 */
export async function wholeFile(address: string, again: boolean): Promise<ArrayBuffer | null> {
  const first = again ? null : await attempt(address, 'default');
  return first ?? attempt(address, 'reload');
}

async function attempt(address: string, cache: RequestCache): Promise<ArrayBuffer | null> {
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), patience);
  try {
    const response = await fetch(address, { cache, signal: stop.signal });
    if (!response.ok || !response.body) return null;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      parts.push(next.value);
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), patience);
    }
    return await new Blob(parts).arrayBuffer();
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
