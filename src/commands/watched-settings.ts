import { once } from 'node:events';
import { join } from 'node:path';
import { watch } from 'chokidar';
import { contentFolder } from '../paths.ts';
import { problemsOf } from './author-problems.ts';
import { reportProblems } from './report-problems.ts';

const configuration = join(contentFolder, 'site.ts');
const texts = join(contentFolder, 'words.ts');

/**
 * Watches the two files of the owner's that are read once, when a process starts: `site.ts` and `words.ts`.
 * @param changed called after a change
 */
export async function watchSettings(changed: () => Promise<void>): Promise<void> {
  const awaitWriteFinish = { stabilityThreshold: 100, pollInterval: 20 };
  const watcher = watch([configuration, texts], { ignoreInitial: true, awaitWriteFinish });
  watcher.on('all', () => void changed());
  await once(watcher, 'ready');
}

/** Reads the two files as they are now. Mistakes are printed. @returns true where there are none */
export async function areSettingsRight(): Promise<boolean> {
  const version = `?${performance.now()}`; // of a file that was read before, Node keeps what it read
  try {
    // not before now: where a file has a mistake, these modules cannot be loaded
    const [{ loadSite }, { loadOwnWords }] = await Promise.all([
      import('../site.ts'),
      import('../words/load-words.ts'),
    ]);
    await loadSite(configuration, version);
    await loadOwnWords(texts, version);
    return true;
  } catch (error) {
    const problems = problemsOf(error);
    if (problems.length === 0) throw error;
    reportProblems(problems, 'The site is shown as it was.');
    return false;
  }
}
