import { spawnSync } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { contentFolder } from '../paths.ts';

/** Runs git in the content folder. Its messages are not shown; without git there is no status. */
export function git(args: readonly string[], input = ''): { status: number | null; stdout: Buffer } {
  const { status, stdout } = spawnSync('git', args, {
    cwd: contentFolder,
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  return { status, stdout: stdout ?? Buffer.alloc(0) }; // null where git could not be started
}

/** The file to which git adds a line at every commit and every change of branch; null outside of a repository. */
export function commitLog(): string | null {
  const { status, stdout } = git(['rev-parse', '--git-path', 'logs/HEAD']);
  return status === 0 ? resolve(contentFolder, stdout.toString('utf8').trim()) : null;
}

/** What one process of `git cat-file` is asked at most: all answers are in memory at the same time. */
const most = 4000;

/** A file, or a commit. */
interface GitObject {
  id: string;
  text: string;
}

/** Objects in the order of their names; `undefined` for one that does not exist. */
export function gitObjects(names: readonly string[]): (GitObject | undefined)[] {
  if (names.length > most) return [...gitObjects(names.slice(0, most)), ...gitObjects(names.slice(most))];
  const asked = names.map((name) => name.replaceAll('\n', ' ')); // git reads one name a line
  const { stdout } = git(['cat-file', '--batch'], `${asked.join('\n')}\n`);
  let at = 0;
  return asked.map(() => {
    const end = stdout.indexOf('\n', at);
    if (end < 0) return undefined; // no git or no repository
    const [, id, size] = /^([0-9a-f]+) \w+ (\d+)$/.exec(stdout.toString('utf8', at, end)) ?? [];
    at = end + 1;
    if (id === undefined) return undefined;
    const text = stdout.toString('utf8', at, at + Number(size));
    at += Number(size) + 1; // a line end follows the content
    return { id, text };
  });
}

/** A path as git reads it after a commit: relative to the content folder, in which git runs. */
export function gitPath(path: string): string {
  return `./${relative(contentFolder, path).replaceAll('\\', '/')}`;
}
