import { AuthorError, problem } from '../document/problem.ts';
import { guardEndless } from './endless-guard.ts';

/**
 * Runs a step in which code of texts runs (expressions in MDX and components of the owner): their author is trusted,
 * but a text that ends the process, or computes without end, shall be named instead of ending the build as if it had
 * succeeded, or never.
 * @throws AuthorError where a text called `process.exit`
 */
export async function guardTexts(run: () => Promise<void>): Promise<void> {
  const exit = process.exit;
  const endless = guardEndless('The site was not built.');
  let ended: AuthorError | undefined;
  process.exit = () => {
    ended = new AuthorError([problem('text/ends-process', {}, { file: endless.file() })]);
    throw ended;
  };
  try {
    await run();
  } catch (error) {
    throw ended ?? error;
  } finally {
    process.exit = exit;
    await endless.stop();
  }
}
