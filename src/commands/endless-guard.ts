import { Worker } from 'node:worker_threads';
import { problem } from '../document/problem.ts';
import { codeInWork } from '../owner-code/code-in-work.ts';
import { pathFromRoot } from '../paths.ts';

/** Seconds of processor time for which code in a text may keep the process from doing anything else. */
const patience = 7;

/** Watches for code in a text or another file of the owner's that computes without end. */
export interface EndlessGuard {
  /** The text that was begun last; empty where there is none. */
  file(): string;
  /** No text is in work now. */
  clear(): void;
  stop(): Promise<void>;
}

/**
 * From now on, code of a text, of `site.ts` or of `words.ts` that computes without end ends the process, with a sentence that names the file.
 * @param outcome what that means, as a sentence
 */
export function guardEndless(outcome: string): EndlessGuard {
  const beat = new Int32Array(new SharedArrayBuffer(4));
  const name = new Uint8Array(new SharedArrayBuffer(1024));
  const watch = new Worker(new URL('./guard-worker.ts', import.meta.url), {
    workerData: { beat, name, patience, message: sentence('{file}', outcome) },
  });
  watch.unref();
  const timer = setInterval(() => void Atomics.add(beat, 0, 1), 500).unref();
  const clear = () => void name.fill(0);
  codeInWork.begin = (path) => {
    name.fill(0);
    new TextEncoder().encodeInto(pathFromRoot(path), name);
  };
  codeInWork.end = clear;
  return {
    file: () => new TextDecoder().decode(name.slice(0, name.indexOf(0))),
    clear,
    async stop() {
      codeInWork.begin = () => {};
      codeInWork.end = () => {};
      clearInterval(timer);
      await watch.terminate();
    },
  };
}

function sentence(file: string, outcome: string): string {
  const { message } = problem('text/endless', { seconds: patience }, { file });
  return `${file}: ${message} [text/endless]\n\n1 error. ${outcome}\n`;
}
