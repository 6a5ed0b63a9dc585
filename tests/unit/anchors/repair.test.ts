import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { gitLibrary } from './git-library.ts';

const library = await gitLibrary('repair');
const { build, commit, git, write } = library;
const { repairedFiles } = await import('../../../src/anchors/repair.ts');
afterAll(library.end);

const tide = 'The tide comes in twice a day and leaves the harbour wall a little lower each time.';
const gulls = 'Gulls follow the boats home because somebody always throws a crate of small fish away.';
const ropes = 'Old ropes hang in the sail loft, and nobody remembers which ship any of them came from.';
const salt = 'Salt gets into every lock along the quay and no oil keeps it out for a whole winter.';

write('a', tide, gulls);
build();
commit();
const asPublished = library.keep();
beforeEach(asPublished);

/** Publishes one version on the branch `other` and one on `main`, and merges them; the text is that of `merged`. */
function merge(other: string[], main: string[], merged: string[]): void {
  git('checkout', '-qb', 'other');
  write('a', ...other);
  build();
  commit();
  git('checkout', '-q', 'main');
  write('a', ...main);
  build();
  commit();
  expect(() => git('merge', '-q', 'other')).toThrow();
  write('a', ...merged);
}

function repair(): string[] {
  const writes = repairedFiles();
  for (const [file, text] of writes) writeFileSync(file, text ?? '');
  return [...writes.keys()].map((file) => file.split('/').at(-1) ?? '');
}

const ids = (text: string) => [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);

it('keeps what both sides of a conflict published, in the ledger and in the list', () => {
  merge([tide, ropes, gulls], [tide, salt, gulls], [tide, salt, ropes, gulls]);
  expect(build().problems[0]).toMatch(/^anchors\/unreadable/);
  expect(repair()).toContain('anchors.json');
  expect(build().problems).toEqual([]);
  commit();
  library.forget();
  const { problems, ids: now } = build();
  expect(problems).toEqual([]);
  for (const text of [tide, ropes, salt, gulls]) expect([...now.values()]).toContain(text);
  expect(new Set(ids(readFileSync(library.ledger('a'), 'utf8'))).size).toBe(4);
});

it('does the same where the conflict was committed with its marks', () => {
  merge([tide, ropes, gulls], [tide, salt, gulls], [tide, salt, ropes, gulls]);
  commit();
  repair();
  expect(build().problems).toEqual([]);
  expect(ids(readFileSync(library.ledger('a'), 'utf8'))).toHaveLength(4);
});

it('two machines that added the same text have one id for it', () => {
  const ledger = () => readFileSync(library.ledger('a'), 'utf8');
  write('a', tide, ropes, gulls);
  build();
  const line =
    ledger()
      .split('\n')
      .find((one) => one.includes('Old ropes')) ?? '';
  writeFileSync(library.ledger('a'), ledger().replace('"anchors": [\n', `"anchors": [\n${line}\n`));
  expect(build().problems).toEqual(['anchors/unreadable-ledger']);
  repair();
  expect(build().problems).toEqual([]);
  expect(ids(ledger())).toHaveLength(3);
});

it('an id that one side retired stays so, unless the text is there', () => {
  const retire = (words: string) => {
    const ledger = readFileSync(library.ledger('a'), 'utf8');
    writeFileSync(
      library.ledger('a'),
      ledger.replace(new RegExp(`("since":"[^"]*",)("text":"${words})`), '$1"retired":"Wrong.",$2'),
    );
  };
  git('checkout', '-qb', 'other');
  write('a', tide, ropes);
  retire('Gulls');
  expect(build().problems).toEqual([]);
  commit();
  git('checkout', '-q', 'main');
  write('a', tide, salt, gulls);
  build();
  commit();
  expect(() => git('merge', '-q', 'other')).toThrow();
  write('a', tide, salt, ropes);
  repair();
  expect(build()).toMatchObject({ problems: [] });
});

it('says what to do with a file that has no lines of a ledger', () => {
  writeFileSync(library.ledger('a'), 'lost\n');
  expect(repairedFiles).toThrow(/a\/anchors\.json cannot be repaired\. Restore it/);
});
