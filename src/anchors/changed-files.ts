import { relative } from 'node:path';
import { contentFolder, essaysFolder } from '../paths.ts';
import { git } from './git.ts';

/** The folder of the essays as git names it: relative to the content folder, in which git runs. */
export const folderOfEssays = relative(contentFolder, essaysFolder).replaceAll('\\', '/');

/**
 * The lines that a git command prints, such as `log` or `diff`, those among them of changed files beside essays, with
 * their old and new content: `:<mode> <mode> <object> <object> <status>` and, after a tab, the path.
 * @param names of the files in the folder of an essay
 * @param input what the command reads
 */
export function changedFileLines(command: readonly string[], names: readonly string[], input = ''): string[] {
  const options = ['--raw', '--no-renames', '--no-abbrev', '--relative'];
  const paths = names.map((name) => `:(glob)${folderOfEssays}/*/${name}`);
  const settings = ['-c', 'core.quotePath=false', '-c', 'log.showSignature=false'];
  return git([...settings, ...command, ...options, '--', ...paths], input)
    .stdout.toString()
    .split('\n');
}
