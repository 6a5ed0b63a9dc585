import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PipedProcess, pipedProcess } from './piped-process.ts';

/** The commits of a repository. */
export interface Graph {
  branch: string;
  /** The commit of each branch, by its name. */
  heads: ReadonlyMap<string, string>;
  commits: ReadonlyMap<string, Commit>;
}

export interface Commit {
  parents: readonly string[];
  /** Seconds since 1970. */
  time: number;
}

interface Answer {
  status: number | null;
  stdout: Buffer;
}

interface Question {
  cwd: string;
  input?: string;
  env?: Record<string, string>;
}

/** Git at a lower price. */
export type QuickGit = ReturnType<typeof quickGit>;

const isShallow = 'rev-parse --is-shallow-repository';

/**
 * Git for a test that asks tens of thousands of questions. To start it from this process costs more than what it is
 * asked, so a shell starts it, and one process answers all that is asked about objects. And the code asks the same in
 * each build until the repository changes, so answers are kept until then.
 * @param content the folder in which git runs, in the top of its repository
 */
export function quickGit(content: string) {
  const hasPipes = process.platform !== 'win32';
  const folder = mkdtempSync(join(tmpdir(), 'stet-git-'));
  const [input, output] = [join(folder, 'input'), join(folder, 'output')];
  const shell = hasPipes ? pipedProcess('sh', ['-s'], folder) : null;
  const commits = new Map<string, Commit>(); // a commit never changes
  let objects: PipedProcess | null = null;
  let answers = new Map<string, Answer>();
  return { run, remembered, graph, changed, forget, end };

  /** Runs git. @returns null for its status where it could not be started */
  function run(args: readonly string[], { cwd, input: text = '', env = {} }: Question): Answer {
    if (!shell) return spawnSync('git', args, { cwd, input: text, env: { ...process.env, ...env } });
    writeFileSync(input, text);
    const set = Object.entries(env).map(([name, value]) => `${name}=${quoted(value)}`);
    const words = [...set, 'git', ...args.map(quoted)].join(' ');
    const line = `cd ${quoted(cwd)} && ${words} <${quoted(input)} >${quoted(output)} 2>&1; echo $?\n`;
    const status = Number(shell.ask(line, (answer) => answer.at(-1) === 0x0a));
    return { status, stdout: readFileSync(output) };
  }

  /** What the code starts git with, in `src/anchors/git.ts`. */
  function remembered(_: string, args: readonly string[], { cwd, input = '' }: Question): Answer {
    const command = args.join(' ');
    const key = command === isShallow ? command : `${command}\0${input}`;
    const answer =
      answers.get(key) ?? (command === 'cat-file --batch' ? read(input) : run(args, { cwd, input }));
    answers.set(key, answer);
    return answer;
  }

  /** Objects as `git cat-file --batch` answers. */
  function read(names: string): Answer {
    if (!hasPipes) return run(['cat-file', '--batch'], { cwd: content, input: names });
    objects ??= pipedProcess('git', ['cat-file', '--batch'], content);
    const asked = names.split('\n').filter(Boolean);
    const found = asked.map((name) => objects?.ask(`${name}\n`, isWholeObject) ?? Buffer.alloc(0));
    return { status: 0, stdout: Buffer.concat(found) };
  }

  /** Says that a command may have changed the repository; only a clone and a fetch change how much of it there is. */
  function changed(): void {
    const kept = answers.get(isShallow);
    answers = new Map(kept && [[isShallow, kept]]);
  }

  /** Says that the repository is another one. */
  function forget(): void {
    answers.clear();
    commits.clear();
    objects?.end();
    objects = null;
  }

  function end(): void {
    forget();
    shell?.end();
    rmSync(folder, { recursive: true, force: true });
  }

  function graph(): Graph {
    const git = join(content, '../.git');
    const branch = readFileSync(join(git, 'HEAD'), 'utf8').replace('ref: refs/heads/', '').trim();
    const folder = join(git, 'refs/heads');
    const names = existsSync(folder) ? readdirSync(folder).sort() : [];
    const heads = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8').trim()]));
    for (const head of heads.values()) follow(head);
    return { branch, heads, commits };
  }

  function follow(first: string): void {
    for (const open = [first]; open.length > 0; ) {
      const commit = open.pop() ?? '';
      if (commits.has(commit)) continue;
      const text = read(`${commit}\n`).stdout.toString();
      const parents = [...text.matchAll(/^parent (\w+)$/gm)].map(([, parent = '']) => parent);
      commits.set(commit, { parents, time: Number(/^committer .* (\d+) \S+$/m.exec(text)?.[1] ?? 0) });
      open.push(...parents);
    }
  }
}

function isWholeObject(answer: Buffer): boolean {
  const end = answer.indexOf('\n');
  if (end < 0) return false;
  const size = /^[0-9a-f]+ \w+ (\d+)$/.exec(answer.toString('utf8', 0, end))?.[1];
  return size === undefined || answer.length === end + 1 + Number(size) + 1;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
