import { describe, expect, it } from 'vitest';
import { Progress, publishedSummary } from '../../../src/commands/progress.ts';

/** A progress with a clock that the test moves, and everything it wrote. */
function recorded({ isLive = false, columns = 80 } = {}) {
  const written: string[] = [];
  const clock = { now: 0 };
  const output = { write: (text: string) => written.push(text), columns };
  return { progress: new Progress(output, isLive, () => clock.now), written, clock };
}

describe('progress where there is no terminal', () => {
  it('is one line for each stage, at its end', () => {
    const { progress, written, clock } = recorded();
    const reading = progress.stage('Reading 1,000 essays');
    clock.now = 1250;
    reading.update(500, 1000);
    reading.done('12 changed');
    progress.stage('Writing pages').done();
    expect(written).toEqual(['Reading 1,000 essays: 12 changed (1.3 s)\n', 'Writing pages (0.0 s)\n']);
  });

  it('ends a stage when the next begins, and only once', () => {
    const { progress, written } = recorded();
    const first = progress.stage('One');
    progress.stage('Two').done();
    first.done('late');
    expect(written).toEqual(['One (0.0 s)\n', 'Two (0.0 s)\n']);
  });
});

describe('progress in a terminal', () => {
  const clear = '\r\u001b[2K';

  it('overwrites a line, and not more often than one can read', () => {
    const { progress, written, clock } = recorded({ isLive: true });
    const stage = progress.stage('Reading');
    stage.update(1, 1000);
    clock.now = 150;
    stage.update(900, 1000);
    stage.update(901, 1000);
    clock.now = 200;
    stage.done();
    expect(written).toEqual([
      `${clear}Reading …`,
      `${clear}Reading … 900 of 1,000`,
      `${clear}Reading (0.2 s)\n`,
    ]);
  });

  it('keeps to one line', () => {
    const { progress, written } = recorded({ isLive: true, columns: 10 });
    progress.stage('Reading a thousand essays');
    expect(written).toEqual([`${clear}Reading a`]);
  });

  it('leaves an empty line to an error', () => {
    const { progress, written } = recorded({ isLive: true });
    progress.stage('Reading');
    progress.stop();
    progress.stop();
    expect(written).toEqual([`${clear}Reading …`, clear]);
  });
});

describe('what was published', () => {
  it('is one sentence', () => {
    const published = {
      essays: 12,
      pages: 3,
      drafts: ['oil', 'tar'],
      files: 214,
      bytes: 3_140_000,
      folder: 'dist',
    };
    expect(publishedSummary(published)).toBe(
      'Published 12 essays and 3 pages (2 drafts left out: `oil`, `tar`): 214 files, 3.1 MB in dist/',
    );
    const none = { ...published, essays: 1, pages: 1, drafts: [], files: 1, bytes: 64_000 };
    expect(publishedSummary(none)).toBe('Published 1 essay and 1 page: 1 file, 64 kB in dist/');
    expect(publishedSummary({ ...none, drafts: ['oil'], heldBack: ['ice'] })).toContain(
      '(1 draft left out: `oil`; 1 essay held back until its day: `ice`)',
    );
  });

  it('names five texts that were left out, and counts the others', () => {
    const drafts = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const published = { essays: 1, pages: 1, drafts, files: 1, bytes: 64_000, folder: 'dist' };
    expect(publishedSummary(published)).toContain('(7 drafts left out: `a`, `b`, `c`, `d`, `e` and 2 more)');
  });
});
