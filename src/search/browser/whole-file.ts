/** A connection on which nothing arrives for so long (milliseconds) is taken to be dead. */
const patience = 4000;

/**
 * Fetches a file. It may take its time while bytes keep coming; where they stop, or the host has no such file,
 * it is asked for a second time, past every cache.
 * @param started the same request, where it is already on its way
 * @param again true to go past the caches at once
 * @returns null where it did not come
 */
export async function wholeFile(
  address: string,
  again: boolean,
  started?: Promise<Response>,
): Promise<ArrayBuffer | null> {
  const first = again ? null : await attempt(address, 'default', started);
  return first ?? attempt(address, 'reload');
}

async function attempt(
  address: string,
  cache: RequestCache,
  started?: Promise<Response>,
): Promise<ArrayBuffer | null> {
  const stop = new AbortController();
  const stopped = new Promise<never>((_, fail) => stop.signal.addEventListener('abort', fail));
  let timer = setTimeout(() => stop.abort(), patience);
  try {
    const response = await Promise.race([stopped, started ?? fetch(address, { cache, signal: stop.signal })]);
    if (!response.ok || !response.body) return null;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await Promise.race([stopped, reader.read()]);
      if (done) return await new Blob(parts).arrayBuffer();
      parts.push(value);
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), patience);
    }
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    stopped.catch(() => undefined);
  }
}
