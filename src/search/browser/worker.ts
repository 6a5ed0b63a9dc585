import { answers } from './answer.ts';
import { WordList } from './corrections.ts';
import type { FromPage, FromWorker } from './messages.ts';
import { PagefindIndex } from './pagefind.ts';
import { unpack } from './unpack.ts';

/**
 * The search, beside the page and never in its way. It fetches nothing: the page brings the files, packed as
 * they came, and hears which of them did not arrive whole.
 */
const tell = (message: FromWorker) => self.postMessage(message);
const awaited = new Map<string, (packed: ArrayBuffer | null) => void>();

/** A file that the page could not bring whole, even the second time. */
class NotWhole extends Error {}

/** Sections shown lately, so that typing on does not fetch them again. */
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/**
 * @returns the file unpacked
 * @throws NotWhole
 */
function load(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const loading = kept.get(path) ?? bring(path, false);
  if (path.startsWith('fragment/')) {
    if (kept.size > 300) kept.clear();
    kept.set(path, loading);
    loading.catch(() => kept.delete(path));
  }
  return loading;
}

async function bring(path: string, again: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await new Promise<ArrayBuffer | null>((brought) => {
    awaited.set(path, brought);
    tell({ kind: 'want', path, again });
  });
  if (!packed) throw new NotWhole(path);
  try {
    return await unpack(packed);
  } catch {
    if (again) throw new NotWhole(path);
    return bring(path, true);
  }
}

async function open() {
  const [engine, contents] = await Promise.all([load('engine.pagefind'), load('contents.pf_meta')]);
  return PagefindIndex.open(engine, contents, load);
}

const words = new WordList(load);
let opening: Promise<PagefindIndex> | undefined;
let latest = 0;

self.addEventListener('message', async ({ data }: MessageEvent<FromPage>) => {
  if (data.kind === 'file') {
    awaited.get(data.path)?.(data.packed);
    return;
  }
  opening ??= open();
  if (data.kind === 'open') {
    opening.catch(() => undefined); // a question will tell
    return;
  }
  const { turn, question } = data;
  latest = turn;
  try {
    const index = await opening;
    for await (const answer of answers(question, { index, words, filters: question.filters }, load)) {
      if (turn !== latest) return;
      tell({ kind: 'answer', turn, answer });
    }
  } catch (error) {
    const reason = error instanceof NotWhole ? 'files' : 'worker';
    tell({ kind: 'failed', turn, reason, detail: String(error) });
  }
});

tell({ kind: 'ready' });
