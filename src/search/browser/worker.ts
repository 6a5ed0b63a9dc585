import { type FullTextSearch, openFullTextSearch } from './full-text-search.ts';
import { unpack } from './unpack.ts';
import type { PageMessage, WorkerMessage } from './worker-messages.ts';

/**
 * The worker in which queries are answered. It fetches nothing itself: the page fetches the files, and the worker
 * decompresses them and so detects incomplete ones.
 */
const post = (message: WorkerMessage) => self.postMessage(message);
const requests = new Map<string, (bytes: ArrayBuffer | null) => void>();

/** A file could not be fetched completely, even at the second attempt. */
class IncompleteFileError extends Error {}

/** The records of recent results, so that they are not requested again while the reader types. */
const records = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/**
 * @returns the decompressed file
 * @throws IncompleteFileError
 */
function load(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const loading = records.get(path) ?? request(path, false);
  if (path.startsWith('fragment/')) {
    if (records.size > 300) records.clear();
    records.set(path, loading);
    loading.catch(() => records.delete(path));
  }
  return loading;
}

async function request(path: string, reload: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await new Promise<ArrayBuffer | null>((resolve) => {
    requests.set(path, resolve);
    post({ kind: 'request', path, reload });
  });
  if (!bytes) throw new IncompleteFileError(path);
  try {
    return await unpack(bytes);
  } catch {
    if (reload) throw new IncompleteFileError(path);
    return request(path, true);
  }
}

let opening: Promise<FullTextSearch> | undefined;
let latestId = 0;

self.addEventListener('message', async ({ data }: MessageEvent<PageMessage>) => {
  if (data.kind === 'file') {
    requests.get(data.path)?.(data.bytes);
    return;
  }
  opening ??= openFullTextSearch(load);
  if (data.kind === 'open') {
    opening.catch(() => undefined); // the next query reports the error
    return;
  }
  const { id, query } = data;
  latestId = id;
  try {
    const search = await opening;
    for await (const answer of search(query)) {
      if (id !== latestId) return;
      post({ kind: 'answer', id, answer });
    }
  } catch (error) {
    const reason = error instanceof IncompleteFileError ? 'files' : 'worker';
    post({ kind: 'error', id, reason, detail: String(error) });
  }
});

post({ kind: 'ready' });
