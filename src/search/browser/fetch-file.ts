/** The bytes of a file, or why there are none. */
export type FetchedFile = ArrayBuffer | 'gone' | null;

/** Milliseconds without a byte after which a connection counts as broken. */
const idleTimeout = 4000;

/**
 * Fetches a file. There is no limit on the whole time while bytes keep arriving. If they stop, or the host has no such
 * file, the file is requested a second time without the cache.
 * @param request the first request, if it has already been sent
 * @param reload true to bypass the cache at the first attempt
 * @returns null if both attempts failed, `gone` if the host no longer has the file
 */
export async function fetchFile(
  address: string,
  reload: boolean,
  request?: Promise<Response>,
): Promise<FetchedFile> {
  const first = reload ? null : await attempt(address, 'default', request);
  return first instanceof ArrayBuffer ? first : attempt(address, 'reload');
}

async function attempt(
  address: string,
  cache: RequestCache,
  request?: Promise<Response>,
): Promise<FetchedFile> {
  const abort = new AbortController();
  const aborted = new Promise<never>((_, reject) => abort.signal.addEventListener('abort', reject));
  let timer = setTimeout(() => abort.abort(), idleTimeout);
  try {
    const response = await Promise.race([
      aborted,
      request ?? fetch(address, { cache, signal: abort.signal }),
    ]);
    if (response.status === 404 || response.status === 410) return 'gone';
    if (!response.ok || !response.body) return null;
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await Promise.race([aborted, reader.read()]);
      if (done) return await new Blob(chunks).arrayBuffer();
      chunks.push(value);
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(), idleTimeout);
    }
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    aborted.catch(() => undefined);
  }
}
