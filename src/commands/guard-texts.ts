import { relative } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AuthorError, problem } from '../document/problem.ts';
import { textInWork } from '../library/text-in-work.ts';
import { root } from '../paths.ts';

/** Seconds for which code in a text may keep the build from doing anything else. */
const patience = 30;

/**
 * Runs a step in which code of texts runs (expressions in MDX and components of the owner): their author is trusted,
 * but a text that ends the process, or computes without end, shall be named instead of ending the build as if it had
 * succeeded, or never.
 * @throws AuthorError where a text called `process.exit`
 */
export async function guardTexts(run: () => Promise<void>): Promise<void> {
  const exit = process.exit;
  const beat = new Int32Array(new SharedArrayBuffer(4));
  const name = new Uint8Array(new SharedArrayBuffer(1024));
  const watch = new Worker(new URL('./guard-worker.ts', import.meta.url), {
    workerData: { beat, name, patience, message: sentence('{file}') },
  });
  watch.unref();
  const timer = setInterval(() => void Atomics.add(beat, 0, 1), 500);
  textInWork.begin = (path) => {
    name.fill(0);
    new TextEncoder().encodeInto(relative(root, path), name);
  };
  let ended: AuthorError | undefined;
  process.exit = () => {
    const file = new TextDecoder().decode(name.slice(0, name.indexOf(0)));
    ended = new AuthorError([problem('text/ends-process', {}, { file })]);
    throw ended;
  };
  try {
    await run();
  } catch (error) {
    throw ended ?? error;
  } finally {
    process.exit = exit;
    textInWork.begin = () => {};
    clearInterval(timer);
    await watch.terminate();
  }
}

function sentence(file: string): string {
  const { message } = problem('text/endless', { seconds: patience }, { file });
  return `${file}: ${message} [text/endless]\n\n1 error. The site was not built.\n`;
}
