import { spawnSync } from 'node:child_process';

export interface GitAnswer {
  code: number;
  output: string;
  /** The last line of git's error message; empty where there is none. */
  error: string;
}

/** Runs git in a folder. It never asks for a password, and its messages are in English. */
export function git(folder: string, ...args: readonly string[]): GitAnswer {
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, ...plain } = process.env; // set where a hook of git runs us
  const { status, stdout, stderr, error } = spawnSync(
    'git',
    ['-c', 'core.quotePath=false', '-c', 'core.autocrlf=false', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      env: { ...plain, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    },
  );
  if (error) return { code: 1, output: '', error: `git could not be started: ${error.message}` };
  return { code: status ?? 1, output: stdout, error: stderr.trim().split('\n').at(-1) ?? '' };
}
