import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { retireId } from '../../../src/anchors/change-ledger.ts';
import { ledgerText } from '../../../src/anchors/ledger.ts';
import type { Build, gitLibrary } from './git-library.ts';
import type { Step } from './git-sequence.ts';
import type { Graph, QuickGit } from './quick-git.ts';

const noCommit = { parents: [], time: 0 };

/** How much was tried. */
export interface Count {
  builds: number;
  /** How many builds stopped first. */
  stops: number;
  ids: number;
}

/**
 * Takes sequences of steps through a library in git, as an author does who answers every question of a build, and
 * expects after each step that every id of this branch leads to its own text, or to a tombstone.
 */
export async function ledgerSequences(
  library: Awaited<ReturnType<typeof gitLibrary>>,
  { graph }: Pick<QuickGit, 'graph'>,
) {
  const { git } = library;
  const { gitObjects } = await import('../../../src/anchors/git.ts');
  const { repairedFiles } = await import('../../../src/anchors/repair.ts');
  const text = library.text('a');
  const ledger = library.ledger('a');
  let written = 0;
  /** The commits with which each branch ended here, as git would only know by itself where it keeps a log. */
  let tips = new Map<string, Set<string>>();
  /** The ids in the ledger of a commit, each with the first word of its text. */
  let idsOf = new Map<string, [string, string][]>();

  library.write('a', newText(), newText(), newText());
  take({ what: 'commit' });
  const begin = library.keep();

  return (steps: readonly Step[], count: Count): void => {
    begin();
    [tips, idsOf, written] = [new Map(), new Map(), 3];
    remember();
    for (const step of [...steps, { what: 'commit' } as const]) {
      take(step);
      remember();
      check(count);
    }
  };

  /** A paragraph of which the first word is its own and never changes. */
  function newText(): string {
    written += 1;
    const words = Array.from({ length: 10 }, (_, index) => `word${(written * 61 + index * 7919) % 9973}`);
    return `Word${written}x ${words.join(' ')}.`;
  }

  function remember(): void {
    const { branch, heads } = graph();
    tips.set(branch, (tips.get(branch) ?? new Set()).add(heads.get(branch) ?? ''));
  }

  /** Takes a step; one that git refuses is undone. */
  function take(step: Step): void {
    if (step.what === 'write' || step.what === 'remove' || step.what === 'reword' || step.what === 'move') {
      edit(step);
      return;
    }
    if (step.what === 'commit') answered();
    library.commit(); // every other step begins with what is there
    const { branch, heads, commits } = graph();
    const head = heads.get(branch) ?? '';
    const names = [...heads.keys()];
    const other = 'at' in step ? (names[step.at % names.length] ?? 'main') : 'main';
    if (step.what === 'branch') git('checkout', '-q', '-b', `branch-${names.length}`);
    if (step.what === 'switch') git('checkout', '-q', other);
    if (step.what === 'reset' && commits.get(head)?.parents.length) git('reset', '-q', '--hard', 'HEAD^');
    if (step.what === 'clone' || step.what === 'shallow') clone(names, branch, step.what === 'shallow');
    if (step.what === 'merge') merge(other, step.how);
    if (step.what === 'revert') {
      const single = unmerged(commits, head);
      const commit = single[step.at % single.length] ?? head;
      attempt(['revert', '--no-edit', step.how, commit], ['revert', '--abort']);
    }
    if (step.what === 'cherry-pick') {
      const [picked = head] = unmerged(commits, heads.get(other) ?? '');
      attempt(['cherry-pick', '--allow-empty', step.how, picked], ['cherry-pick', '--abort']);
    }
    if (step.what === 'rebase') attempt(['rebase', '-q', step.how, other], ['rebase', '--abort']);
    if (step.what === 'squash') {
      attempt(['merge', '-q', '--squash', step.how, other], ['reset', '-q', '--hard']);
      library.commit();
    }
  }

  function edit({ what, at }: { what: string; at: number }): void {
    const all = existsSync(text) ? paragraphsIn(readFileSync(text, 'utf8')) : [];
    const index = at % Math.max(1, all.length);
    const isNew = what === 'write' || all.length === 0;
    const [one = ''] = isNew ? [newText()] : all.splice(index, 1);
    if (isNew) all.splice(index, 0, one);
    else if (what === 'reword') all.splice(index, 0, one.replace(/ (\w+) (\w+)\b/, ` $1 again${at}`));
    else if (what === 'move') all.splice((at * 7) % (all.length + 1), 0, one);
    if (all.length === 0) all.push(one);
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
        library.write(
          'a',
          ...new Map(kept.filter(Boolean).map((line) => [line.split(' ')[0], line])).values(),
        );
        writeAll(repairedFiles());
      } else git('checkout', how === 'take-ours' ? '--ours' : '--theirs', '--', text, ledger, library.list);
      library.commit();
    }
  }

  /** A clone has no log of what a branch was, and a shallow one no history; that one says so, and fetches it. */
  function clone(names: readonly string[], branch: string, isShallow: boolean): void {
    const origin = `${library.top}.origin`;
    rmSync(origin, { recursive: true, force: true });
    renameSync(join(library.top, '.git'), origin);
    rmSync(library.content, { recursive: true });
    const depth = isShallow ? ['--depth', '1', '--no-single-branch'] : [];
    const target = join(library.top, 'clone');
    const options = ['--template=', ...depth, '--branch', branch];
    execFileSync('git', ['clone', '-q', ...options, `file://${origin}`, target], { stdio: 'pipe' });
    for (const one of ['.git', 'content']) renameSync(join(target, one), join(library.top, one));
    rmSync(target, { recursive: true });
    library.forget();
    for (const one of names) if (one !== branch) git('branch', '-q', one, `origin/${one}`);
    tips = new Map([...graph().heads].map(([name, commit]) => [name, new Set([commit])]));
    if (!isShallow) return;
    if (!existsSync(join(library.top, '.git/shallow'))) return;
    expect(library.build({ writes: false }).problems).toContain('anchors/shallow');
    git('fetch', '-q', '--unshallow');
    library.forget();
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

  /** Every id in a commit that belongs to this branch leads to its own text, or to a tombstone. */
  function check(count: Count): void {
    const { stopped, ids } = answered();
    count.builds += 1;
    count.stops += Number(stopped);
    const { branch, commits } = graph();
    const known = reachable(commits, [...(tips.get(branch) ?? [])]);
    const unread = known.filter((commit) => !idsOf.has(commit));
    const ledgers =
      unread.length === 0 ? [] : gitObjects(unread.map((one) => `${one}:./essays/a/anchors.json`));
    unread.forEach((commit, index) => void idsOf.set(commit, idsIn(ledgers[index]?.text ?? '')));
    for (const commit of known)
      for (const [id, word] of idsOf.get(commit) ?? []) {
        const now = ids.get(`a#${id}`);
        count.ids += 1;
        if (now === undefined) expect.fail(`#${id} of ${commit.slice(0, 7)} is lost`);
        if (!now.startsWith('†') && now.split(' ')[0] !== word)
          expect.fail(`#${id} of “${word}” is on “${now}”`);
      }
  }
}

function paragraphsIn(text: string): string[] {
  return text.split(/\n{2,}/).flatMap((one) => one.trim() || []);
}

/** The commits that lead to the given ones, with these. */
function reachable(commits: Graph['commits'], from: readonly string[]): string[] {
  const found = new Set(from);
  for (const commit of found) for (const one of commits.get(commit)?.parents ?? []) found.add(one);
  return [...found];
}

/** The commits that lead to one and have at most one parent, the newest first. */
function unmerged(commits: Graph['commits'], head: string): string[] {
  const all = reachable(commits, [head]).flatMap((name) => ({ name, ...(commits.get(name) ?? noCommit) }));
  const single = all.filter(({ parents }) => parents.length < 2);
  return single.sort((a, b) => b.time - a.time).map(({ name }) => name);
}

function writeAll(files: ReadonlyMap<string, string | null>): void {
  for (const [file, content] of files) writeFileSync(file, content ?? '');
}

function idsIn(json: string): [string, string][] {
  return [...json.matchAll(/\{"id":"([^"]+)".*?"text":"(\w+)/g)].map(([, id = '', word = '']) => [id, word]);
}
