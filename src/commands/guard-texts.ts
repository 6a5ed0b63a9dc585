import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AuthorError, problem } from '../document/problem.ts';
import { essaysFolder, pagesFolder, pathFromRoot } from '../paths.ts';
import { problemsOf } from './author-problems.ts';
import { guardEndless } from './endless-guard.ts';

/**
 * Runs a step in which code of texts runs (expressions in MDX and components of the owner): their author is trusted,
 * but a text that ends the process, computes or waits without end, or throws, at once or later, shall be named instead
 * of ending the build as if it had succeeded, never, or with a stack.
 * @throws AuthorError where a text did one of these
 */
export async function guardTexts(run: () => Promise<void>): Promise<void> {
  const endless = guardEndless('The site was not built.');
  const { promise: failure, reject } = Promise.withResolvers<never>();
  const end = (): never => {
    const ended = new AuthorError([problem('text/ends-process', {}, { file: endless.file() })]);
    reject(ended);
    throw ended;
  };
  const wait = () => reject(new AuthorError([problem('text/waits', {}, { file: endless.file() })]));
  const restore = endings(end);
  const listeners = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException').on('uncaughtException', reject);
  process.on('beforeExit', wait); // nothing is left to do, and the step has not ended
  try {
    await Promise.race([run(), failure]);
  } catch (error) {
    throw named(error, fileInStack(error) ?? endless.file());
  } finally {
    process.off('beforeExit', wait).removeAllListeners('uncaughtException');
    for (const listener of listeners) process.on('uncaughtException', listener);
    restore();
    await endless.stop();
  }
}

/** Puts `end` in the place of everything by which code ends its process. @returns what undoes it */
function endings(end: () => never): () => void {
  const { exit, abort, kill } = process;
  Object.assign(process, {
    exit: end,
    abort: end,
    kill: (id: number, signal?: string | number) => (id === process.pid ? end() : kill(id, signal)),
  });
  return () => void Object.assign(process, { exit, abort, kill });
}

/** The text in whose code an error arose, from the name of its built module: what comes late comes during another text. */
function fileInStack(error: unknown): string | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const name = /chunks\/([a-z\d-]+)_[\w-]{8}\.mjs/.exec(stack)?.[1];
  if (name === undefined) return undefined;
  const files = [join(essaysFolder, name, 'index.mdx'), join(pagesFolder, `${name}.mdx`)];
  const found = files.find((file) => existsSync(file));
  return found && pathFromRoot(found);
}

/** The error with the text whose code was run last, where it names none. @param file empty where none was run */
function named(error: unknown, file: string): unknown {
  const problems = problemsOf(error);
  if (file === '' || problems.some(({ code }) => code !== 'text/not-rendered')) return error;
  if (problems.length > 0) return new AuthorError(problems.map((one) => ({ ...one, file })));
  const reason = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ');
  return new AuthorError([problem('text/not-rendered', { reason }, { file })]);
}
