import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { gulls, linesWithout, publishedLibrary, ropes, tide } from './published-library.ts';

const { library, publishRopes } = await publishedLibrary('absent-history');
const { build, commit, git, write } = library;

describe('where the history is not there,', () => {
  it('a shallow clone says that it cannot know, and what to do', () => {
    const id = publishRopes();
    git('revert', '--no-edit', 'HEAD');
    const origin = join(library.top, 'origin');
    execFileSync('git', ['clone', '-q', '--bare', library.top, origin]);
    rmSync(join(library.top, '.git'), { recursive: true });
    rmSync(library.content, { recursive: true });
    const clone = join(library.top, 'clone');
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${origin}`, clone]);
    for (const name of ['.git', 'content']) renameSync(join(clone, name), join(library.top, name));
    library.forget();
    expect(build().problems).toEqual(['anchors/shallow']);
    vi.stubEnv('STET_SHALLOW', 'allow');
    expect(build().problems).toEqual([]);
    writeFileSync(
      library.ledger('a'),
      linesWithout(library.ledger('a'), 'Gulls').replace('},\n  ]', '}\n  ]'),
    );
    commit();
    expect(build().problems).toEqual(['anchors/ids-missing']);
    git('reset', '-q', '--hard', 'HEAD^');
    git('fetch', '-q', '--unshallow');
    expect(build().problems).toEqual(['anchors/lost']);
    write('a', tide, ropes, gulls);
    expect(build().ids.get(`a#${id}`)).toBe(ropes);
  });

  it.each([
    ['deleted', () => rmSync(library.ledger('a')), 'anchors/ids-missing'],
    ['emptied', () => writeFileSync(library.ledger('a'), ''), 'anchors/ids-missing'],
    [
      'shortened',
      () => writeFileSync(library.ledger('a'), linesWithout(library.ledger('a'), 'The tide')),
      'anchors/ids-missing',
    ],
    ['left as it is', () => {}, undefined],
  ])('without git, a ledger that was %s', (_, change, problem) => {
    rmSync(join(library.top, '.git'), { recursive: true });
    expect(build().problems).toEqual([]);
    change();
    expect(build().problems).toEqual(problem ? [problem] : []);
  });

  it('a list of an earlier version knows that an essay has ids', () => {
    writeFileSync(library.list, readFileSync(library.list, 'utf8').replace(/,\n {2}"ids": \{[^}]*\}/, ''));
    rmSync(join(library.top, '.git'), { recursive: true });
    expect(build({ writes: false }).problems).toEqual([]);
    rmSync(library.ledger('a'));
    expect(build().problems).toEqual(['anchors/ids-missing']);
  });
});
