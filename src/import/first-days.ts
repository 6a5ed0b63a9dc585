import { spawnSync } from 'node:child_process';

/** A commit of more files than an author writes in a day is a move from elsewhere, whose day says nothing of them. */
const mostAtOnce = 20;

/** Days of first commits of the files in a folder. Git is asked once, and only when one is wanted; without git there is none. */
export function firstDays(folder: string): (path: string) => string | null {
  let known: Map<string, string> | null = null;
  return (path) => {
    known ??= read(folder);
    return known.get(path) ?? null;
  };
}

function read(folder: string): Map<string, string> {
  const { stdout } = spawnSync(
    'git',
    [
      'log',
      '--diff-filter=A',
      '--no-renames',
      '--relative',
      '--name-only',
      '-z',
      '--format=%x01%as',
      '--',
      '.',
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: Number.POSITIVE_INFINITY },
  );
  const days = new Map<string, string>();
  for (const commit of (stdout ?? Buffer.alloc(0)).toString('utf8').split('\u0001')) {
    const [day = '', ...files] = commit.split(/[\0\n]+/);
    if (files.length > mostAtOnce) continue;
    for (const file of files) days.set(file, day); // the oldest comes last
  }
  return days;
}
