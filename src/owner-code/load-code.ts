import { pathToFileURL } from 'node:url';
import { codeInWork } from './code-in-work.ts';

/**
 * Runs a file of the owner's code, which may not end the process in silence.
 * @param path absolute path of the file
 * @param version another one for each time that the file is read by the same process
 * @returns what it exports
 * @throws what the code throws; an Error where it ends the process, or waits for what never comes
 */
export async function loadCode(path: string, version = ''): Promise<Record<string, unknown>> {
  const { exit } = process;
  const { promise: never, reject } = Promise.withResolvers<never>();
  const wait = () => reject(new Error('it waits for something that never comes (`await`)'));
  process.on('beforeExit', wait); // nothing is left to do, and the code has not ended
  process.exit = () => {
    throw new Error('it ends the process (`process.exit`)');
  };
  codeInWork.begin(path);
  try {
    return await Promise.race([import(/* @vite-ignore */ pathToFileURL(path).href + version), never]);
  } finally {
    codeInWork.end();
    process.exit = exit;
    process.off('beforeExit', wait);
  }
}
