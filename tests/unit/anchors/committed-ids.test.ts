import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { gulls, linesWithout, publishedLibrary, ropes, salt, tide } from './published-library.ts';

const { library, publishRopes } = await publishedLibrary('committed-ids');
const { build, commit, git, write } = library;

describe('what was published is known, whatever became of it in git:', () => {
  it('a commit that published a text is reverted', () => {
    const id = publishRopes();
    git('revert', '--no-edit', 'HEAD');
    expect(build().problems).toEqual(['anchors/lost']);
    git('revert', '--no-edit', 'HEAD');
    expect(build()).toMatchObject({ problems: [] });
    expect(build().ids.get(`a#${id}`)).toBe(ropes);
  });

  it('and reverted after the text was reworded, with the position that it had', () => {
    const id = publishRopes();
    write('a', tide, ropes.replace('Old ropes', 'The old ropes'), gulls);
    build();
    commit();
    git('reset', '-q', '--hard', 'HEAD~2');
    const { problems } = build();
    expect(problems).toEqual(['anchors/lost']);
    write('a', tide, ropes, gulls);
    expect(build().ids.get(`a#${id}`)).toBe(ropes);
    const order = [...readFileSync(library.ledger('a'), 'utf8').matchAll(/"id":"(\w+)"/g)].map(
      ([, one]) => one,
    );
    expect(order.indexOf(id)).toBe(1);
  });

  it('a merge keeps one side', () => {
    git('checkout', '-qb', 'other');
    publishRopes();
    git('checkout', '-q', 'main');
    write('a', tide, salt, gulls);
    build();
    commit();
    git('merge', '-q', '-X', 'ours', 'other');
    expect(build().problems).toEqual(['anchors/lost']);
    git('reset', '-q', '--hard', 'HEAD^');
    git('merge', '-q', '-s', 'ours', 'other');
    library.forget();
    expect(build().problems).toEqual(['anchors/lost']);
  });

  it('one side of a conflict in the ledger is taken, and both texts', () => {
    git('checkout', '-qb', 'other');
    const id = publishRopes();
    git('checkout', '-q', 'main');
    write('a', tide, salt, gulls);
    build();
    commit();
    expect(() => git('merge', '-q', 'other')).toThrow();
    git('checkout', '--ours', '--', library.ledger('a'), library.list);
    write('a', tide, ropes, salt, gulls);
    commit();
    const { problems, ids } = build();
    expect(problems).toEqual([]);
    expect(ids.get(`a#${id}`)).toBe(ropes);
  });

  it.each([
    ['deleted', () => rmSync(library.ledger('a'))],
    ['emptied', () => writeFileSync(library.ledger('a'), '')],
    [
      'without its anchors',
      () =>
        writeFileSync(
          library.ledger('a'),
          readFileSync(library.ledger('a'), 'utf8').replace(/\[\n[\s\S]*\]/, '[]'),
        ),
    ],
    [
      'without one line',
      () => writeFileSync(library.ledger('a'), linesWithout(library.ledger('a'), 'Old ropes')),
    ],
  ])('the ledger is %s by hand, and committed', (_, change) => {
    const id = publishRopes();
    change();
    commit();
    expect(build().ids.get(`a#${id}`)).toBe(ropes);
    git('reset', '-q', '--hard', 'HEAD');
    write('a', tide, gulls);
    commit();
    expect(build().problems).toEqual(['anchors/lost']);
  });

  it('a whole essay with its ledger and its line in the list', () => {
    write('b', salt);
    build();
    commit();
    rmSync(dirname(library.text('b')), { recursive: true });
    rmSync(library.list);
    commit();
    expect(build().problems).toEqual(['anchors/missing-essay']);
  });

  it('a branch that was reset, or rebased over a change of the same lines', () => {
    publishRopes();
    git('reset', '-q', '--hard', 'HEAD^');
    expect(build().problems).toEqual(['anchors/lost']);
    git('reset', '-q', '--hard', 'HEAD@{1}');
    git('branch', '-q', 'base', 'HEAD^');
    git('checkout', '-q', 'base');
    write('a', tide, salt, gulls);
    build();
    commit();
    git('checkout', '-q', 'main');
    git('rebase', '-q', '-X', 'ours', 'base');
    expect(build().problems).toEqual(['anchors/lost']);
  });

  it('a branch that was squashed into one commit', () => {
    git('checkout', '-qb', 'other');
    const id = publishRopes();
    write('a', tide, ropes, salt, gulls);
    build();
    commit();
    git('checkout', '-q', 'main');
    git('merge', '-q', '--squash', 'other');
    commit();
    expect(build()).toMatchObject({ problems: [] });
    expect(build().ids.get(`a#${id}`)).toBe(ropes);
  });
});

describe('and nothing is asked needlessly:', () => {
  it('on a branch without a text that another branch published', () => {
    git('checkout', '-qb', 'other');
    publishRopes();
    git('checkout', '-q', 'main');
    expect(build().problems).toEqual([]);
    git('checkout', '-q', '--detach', 'HEAD');
    expect(build().problems).toEqual([]);
  });

  it('about an essay that was renamed', () => {
    renameSync(dirname(library.text('a')), join(library.content, 'essays/b'));
    expect(build().problems).toEqual([]);
    commit();
    expect(build().problems).toEqual([]);
    library.forget();
    expect(build().problems).toEqual([]);
  });

  it('about a copy of an essay that was committed before it was built', () => {
    cpSync(dirname(library.text('a')), dirname(library.text('b')), { recursive: true });
    write('b', salt);
    commit();
    expect(build().problems).toEqual([]);
    commit();
    library.forget();
    expect(build().problems).toEqual([]);
    rmSync(dirname(library.text('a')), { recursive: true });
    expect(build().problems).toEqual(['anchors/missing-essay']);
  });

  it('about a text that was retired, whatever its later commits say', () => {
    const id = publishRopes();
    write('a', tide, gulls);
    const ledger = readFileSync(library.ledger('a'), 'utf8');
    writeFileSync(
      library.ledger('a'),
      ledger
        .replace(`"id":"${id}",`, `"id":"${id}","retired":"Burnt.",`)
        .replace(/("retired":"Burnt.",)(.*?)("since":"[^"]*",)/, '$2$3$1'),
    );
    expect(build().problems).toEqual([]);
    commit();
    library.forget();
    expect(build()).toMatchObject({ problems: [] });
    expect(build().ids.get(`a#${id}`)).toBe('†Burnt.');
  });
});

it('costs a few processes, whatever the number of essays and commits, and none for a history that was read', () => {
  for (let essay = 0; essay < 5; essay += 1) {
    write(`essay-${essay}`, `${tide} ${essay}`, `${salt} ${essay}`);
    build();
    commit();
  }
  build();
  const trace = join(library.top, 'trace');
  const processes = () => {
    vi.stubEnv('GIT_TRACE', trace);
    rmSync(trace, { force: true });
    expect(build().problems).toEqual([]);
    vi.stubEnv('GIT_TRACE', '');
    return readFileSync(trace, 'utf8')
      .match(/trace: built-in: git [\w-]+/g)
      ?.map((line) => line.split(' ').at(-1));
  };
  expect(processes()).toEqual(['log', 'cat-file']);
  write('essay-3', tide, ropes, salt);
  build();
  commit();
  expect(processes()).toEqual(['log', 'cat-file', 'rev-parse', 'diff', 'log', 'cat-file']);
  library.forget();
  expect(processes()).toEqual(['log', 'cat-file', 'rev-parse', 'log', 'cat-file']);
});
