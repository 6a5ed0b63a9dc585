import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it, vi } from 'vitest';
import { retireId } from '../../../src/anchors/change-ledger.ts';
import { ledgerText } from '../../../src/anchors/ledger.ts';
import { isThorough } from '../../thorough.ts';
import { type Build, gitLibrary } from './git-library.ts';
import { type Step, steps } from './git-sequence.ts';

/** `npm run test:nightly` asks for 2,000, which takes hours: each starts a hundred processes of git. */
const numRuns = Number(process.env['STET_SEQUENCES'] ?? (isThorough ? 24 : 4));
const seed = Number(process.env['STET_SEED'] ?? 20261125);

vi.stubEnv('STET_SHALLOW', ''); // a clone without its history has to say so

const library = await gitLibrary('ledger-git');
const { git } = library;
const { gitObjects } = await import('../../../src/anchors/git.ts');
const { repairedFiles } = await import('../../../src/anchors/repair.ts');
afterAll(library.end);

const text = library.text('a');
const ledger = library.ledger('a');
let written = 0;

it(`leads every id to its text, to its tombstone, or stops, over ${numRuns} sequences in git`, () => {
  const count = { builds: 0, stops: 0, ids: 0 };
  fc.assert(
    fc.property(steps, (sequence) => {
      begin();
      for (const step of [...sequence, { what: 'commit' } as const]) {
        take(step);
        remember();
        check(count);
      }
    }),
    { numRuns, seed, endOnFailure: true },
  );
  console.log(`${count.builds} builds, ${count.stops} of them stopped first, ${count.ids} ids looked up`);
  expect(count.stops).toBeGreaterThan(0);
}, 3_600_000);

/** The commits with which each branch ended here, as git would only know by itself where it keeps a log. */
let tips: Map<string, Set<string>>;
/** The ids in the ledger of a commit, each with the first word of its text. */
let idsOf: Map<string, [string, string][]>;

function begin(): void {
  library.reset();
  [tips, idsOf, written] = [new Map(), new Map(), 0];
  library.write('a', newText(), newText(), newText());
  take({ what: 'commit' });
  remember();
}

/** A paragraph of which the first word is its own and never changes. */
function newText(): string {
  written += 1;
  const words = Array.from({ length: 10 }, (_, index) => `word${(written * 61 + index * 7919) % 9973}`);
  return `Word${written}x ${words.join(' ')}.`;
}

let branch = 'main';
const branches = () => git('for-each-ref', '--format=%(refname:short)', 'refs/heads').trim().split('\n');
const paragraphs = () =>
  readFileSync(text, 'utf8')
    .trim()
    .split(/\n{2,}/);

function remember(): void {
  const refs = git('for-each-ref', '--format=%(HEAD) %(refname:short) %(objectname)', 'refs/heads');
  const [, name = '', commit = ''] = /^\* (\S+) (\S+)$/m.exec(refs) ?? [];
  branch = name;
  tips.set(name, (tips.get(name) ?? new Set()).add(commit));
}

/** Takes a step; one that git refuses is undone. */
function take(step: Step): void {
  if (step.what === 'write' || step.what === 'remove' || step.what === 'reword' || step.what === 'move') {
    edit(step);
    return;
  }
  if (step.what === 'commit') answered();
  library.commit(); // every other step begins with what is there
  const names = branches();
  const other = 'at' in step ? (names[step.at % names.length] ?? 'main') : 'main';
  const commits = git('rev-list', '--no-merges', 'HEAD').trim().split('\n');
  const commit = 'at' in step ? (commits[step.at % commits.length] ?? 'HEAD') : 'HEAD';
  if (step.what === 'branch') git('checkout', '-q', '-b', `branch-${names.length}`);
  if (step.what === 'switch') git('checkout', '-q', other);
  if (step.what === 'reset' && commits.length > 1) git('reset', '-q', '--hard', 'HEAD^');
  if (step.what === 'clone' || step.what === 'shallow') clone(step.what === 'shallow');
  if (step.what === 'merge') merge(other, step.how);
  if (step.what === 'revert') attempt(['revert', '--no-edit', step.how, commit], ['revert', '--abort']);
  if (step.what === 'cherry-pick') {
    const [picked = 'HEAD'] = git('rev-list', '--no-merges', '-1', other).trim().split('\n');
    attempt(['cherry-pick', '--allow-empty', step.how, picked], ['cherry-pick', '--abort']);
  }
  if (step.what === 'rebase') attempt(['rebase', '-q', step.how, other], ['rebase', '--abort']);
  if (step.what === 'squash') {
    attempt(['merge', '-q', '--squash', step.how, other], ['reset', '-q', '--hard']);
    library.commit();
  }
}

function edit({ what, at }: { what: string; at: number }): void {
  const all = paragraphs();
  const index = at % all.length;
  const [one = ''] = what === 'write' ? [newText()] : all.splice(index, 1);
  if (what === 'write') all.splice(index, 0, one);
  if (what === 'reword') all.splice(index, 0, one.replace(/ (\w+) (\w+)\b/, ` $1 again${at}`));
  if (what === 'move') all.splice((at * 7) % (all.length + 1), 0, one);
  if (what === 'remove' && all.length === 0) all.push(one);
  library.write('a', ...all);
}

function attempt(command: string[], undo: string[]): void {
  try {
    git(...command);
  } catch {
    try {
      git(...undo);
    } catch {
      git('reset', '-q', '--hard');
    }
  }
}

function merge(other: string, how: string): void {
  if (how.startsWith('-')) {
    attempt(['merge', '-q', '--no-edit', how, other], ['merge', '--abort']);
    return;
  }
  try {
    git('merge', '-q', '--no-edit', other);
  } catch {
    if (!existsSync(text)) {
      git('reset', '-q', '--hard');
      return;
    }
    if (how === 'both') {
      const lines = readFileSync(text, 'utf8').split('\n');
      const kept = lines.filter((line) => !/^(?:<{7}|={7}|>{7})/.test(line));
      library.write('a', ...new Map(kept.filter(Boolean).map((line) => [line.split(' ')[0], line])).values());
      writeAll(repairedFiles());
    } else git('checkout', how === 'take-ours' ? '--ours' : '--theirs', '--', text, ledger, library.list);
    library.commit();
  }
}

/** A clone has no log of what a branch was, and a shallow one no history; that one says so, and fetches it. */
function clone(isShallow: boolean): void {
  const names = branches();
  const name = branch;
  const origin = `${library.top}.origin`;
  rmSync(origin, { recursive: true, force: true });
  renameSync(join(library.top, '.git'), origin);
  rmSync(library.content, { recursive: true });
  const depth = isShallow ? ['--depth', '1', '--no-single-branch'] : [];
  const target = join(library.top, 'clone');
  execFileSync('git', ['clone', '-q', ...depth, '--branch', name, `file://${origin}`, target], {
    stdio: 'pipe',
  });
  for (const one of ['.git', 'content']) renameSync(join(target, one), join(library.top, one));
  rmSync(target, { recursive: true });
  library.forget();
  for (const one of names) if (one !== name) git('branch', '-q', one, `origin/${one}`);
  tips = new Map(names.map((one) => [one, new Set([git('rev-parse', one).trim()])]));
  if (!isShallow) return;
  const isCut = git('rev-parse', '--is-shallow-repository').trim() === 'true';
  if (isCut) expect(library.build({ writes: false }).problems).toContain('anchors/shallow');
  if (isCut) git('fetch', '-q', '--unshallow');
}

/** Builds as an author does who answers every question: every lost text is retired. */
function answered(): Build & { stopped: boolean } {
  let build = library.build();
  const stopped = build.problems.length > 0;
  for (let round = 0; build.problems.length > 0 && round < 4; round += 1) {
    if (existsSync(text)) writeAll(repairedFiles());
    else library.write('a', newText()); // a whole essay that is missing is written anew
    build = library.build();
    for (const state of build.states.current)
      for (const { id } of state.resolution.conflicts) {
        const retired = retireId(state, id, 'It was wrong.');
        writeFileSync(ledger, ledgerText(retired));
        state.ledger = retired;
      }
    build = library.build();
  }
  expect(build.problems).toEqual([]);
  return { ...build, stopped };
}

function writeAll(files: ReadonlyMap<string, string | null>): void {
  for (const [file, content] of files) writeFileSync(file, content ?? '');
}

/** Every id in a commit that belongs to this branch leads to its own text, or to a tombstone. */
function check(count: { builds: number; stops: number; ids: number }): void {
  const { stopped, ids } = answered();
  count.builds += 1;
  count.stops += Number(stopped);
  const known = git('rev-list', 'HEAD', ...(tips.get(branch) ?? []))
    .trim()
    .split('\n');
  const unread = known.filter((commit) => !idsOf.has(commit));
  const ledgers = gitObjects(unread.map((commit) => `${commit}:./essays/a/anchors.json`));
  unread.forEach((commit, index) => void idsOf.set(commit, idsIn(ledgers[index]?.text ?? '')));
  for (const commit of known)
    for (const [id, word] of idsOf.get(commit) ?? []) {
      const now = ids.get(`a#${id}`);
      count.ids += 1;
      expect(now, `#${id} of ${commit.slice(0, 7)} is lost`).toBeDefined();
      if (!now?.startsWith('†')) expect(now?.split(' ')[0], `#${id} is on another text`).toBe(word);
    }
}

function idsIn(json: string): [string, string][] {
  return [...json.matchAll(/\{"id":"([^"]+)".*?"text":"(\w+)/g)].map(([, id = '', word = '']) => [id, word]);
}
