import './writing-environment.ts';
import { compileCacheFolder } from '../paths.ts';
import { problemsOf } from './author-problems.ts';
import { keepCompiledCode } from './compiled-code.ts';
import { reportProblems } from './report-problems.ts';
import { areSettingsRight, watchSettings } from './watched-settings.ts';

/**
 * The process of the writing server. `dev.ts` starts it, and another one instead when the configuration was changed,
 * which modules read while they load.
 */
const [port = null] = process.argv.slice(2).map(Number);
keepCompiledCode(compileCacheFolder);
let isShown = false;
process.on('disconnect', () => process.exit());
await watchSettings(async () => {
  if (!isShown || (await areSettingsRight())) process.send?.('restart');
});
try {
  const { startWriting } = await import('./writing-server.ts');
  await startWriting(port);
  isShown = true;
} catch (error) {
  const problems = problemsOf(error);
  if (problems.length === 0) throw error;
  reportProblems(problems, 'The site is shown as soon as they are mended.');
}
