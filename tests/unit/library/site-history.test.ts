import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { historyRepository, type ShownChange, shownChanges } from './history-repository.ts';

let repository: Awaited<ReturnType<typeof historyRepository>>;

beforeAll(async () => {
  repository = await historyRepository('history');
});
beforeEach(() => repository.reset());
afterAll(() => repository.end());

const day = (number: number) =>
  `2026-0${1 + Math.floor(number / 28)}-${String(1 + (number % 28)).padStart(2, '0')}`;

/** Writes an essay, gives it its ids and commits it. */
async function commit(slug: string, date: string, body: string, fields = 'history: words\n') {
  repository.write(slug, body, fields);
  if (!fields.includes('draft: true')) await repository.accept(slug); // drafts have no ids
  repository.commit(date);
}

const opening = 'The tide comes in twice a day and goes out twice a day.';

describe('the history of essays', () => {
  it('shows of 30 commits every change that was made and no other, by section and day', async () => {
    const sections = ['Tides', 'Harbours', 'Lights'].map((title, at) => ({
      title,
      passages: [0, 1, 2].map((number) =>
        Array.from({ length: 14 }, (_, word) => `w${at * 42 + number * 14 + word}x`),
      ),
    }));
    const body = () =>
      sections
        .map(({ title, passages }) => [`## ${title}`, ...passages.map((one) => one.join(' '))].join('\n\n'))
        .join('\n\n');
    const expected: ShownChange[] = [];
    await commit('sea', day(0), body());
    for (let number = 1; number < 30; number += 1) {
      const section = sections[(number * 7) % 3];
      const passage = section?.passages[(number * 5) % section.passages.length];
      if (!section || !passage) throw new Error('There is no such passage.');
      const at = { day: day(number), section: section.title };
      let gone = '';
      if (number % 10 === 3) {
        const added = Array.from({ length: 8 }, (_, word) => `new${number}y${word}`);
        section.passages.push(added);
        expected.push({ ...at, happening: 'Added', added: added.join(' '), removed: '' });
      } else if (number % 10 === 8) {
        section.passages.splice(section.passages.indexOf(passage), 1);
        gone = passage.join(' ');
        expected.push({ ...at, happening: 'Removed', added: '', removed: gone });
      } else {
        const [removed = ''] = passage.splice((number * 3) % passage.length, 1, `new${number}`);
        expected.push({ ...at, happening: 'Changed', added: `new${number}`, removed });
      }
      if (gone !== '') repository.mark('sea', gone.slice(0, 30), 'to', '/about/');
      await commit('sea', day(number), body());
    }
    const { html, essays, warnings } = await repository.history();
    expect(warnings).toEqual([]);
    expect(shownChanges(html('sea'))).toEqual(expected);
    expect(essays.get('sea')).toMatchObject({ versions: 30, last: day(29) });
    const last = new Map(expected.map((one) => [one.section.toLowerCase(), one.day]));
    expect(new Map(essays.get('sea')?.sections.map((one) => [one.id, one.day]))).toEqual(last);
  });

  it('is the same whether it was read at once or commit by commit', async () => {
    for (const number of [0, 1, 2, 3]) {
      await commit(
        'sea',
        day(number),
        `${opening}\n\n## Tides\n\nThe moon pulls ${number} at the water here.`,
      );
      await repository.history('warm');
    }
    const warm = (await repository.history('warm')).html('sea');
    expect(warm).toBe((await repository.history('cold')).html('sea'));
    expect(shownChanges(warm)).toHaveLength(3);
  });

  it('says by default when which sections were changed, and no word that is gone', async () => {
    await commit(
      'sea',
      day(0),
      `${opening}\n\n## Unsaid\n\nA secret that was printed.\n\n## Tides\n\nThe moon pulls.`,
      '',
    );
    for (const words of ['Unsaid', 'A secret']) repository.mark('sea', words, 'to', '/about/');
    await commit('sea', day(1), `${opening}\n\n## Tides\n\nThe moon pulls at the water.`, '');
    const { html } = await repository.history();
    const lines = selectAll('li', fromHtml(html('sea'), { fragment: true })).map(textOf);
    expect(lines).toEqual(['Tides: 1 passage changed', 'A section that was removed: 2 passages removed']);
    expect(html('sea')).not.toMatch(/secret|unsaid|water/i);
  });

  it('shows nothing where that is switched off', async () => {
    await commit('sea', day(0), opening, 'history: off\n'.replace('off', '"off"'));
    await commit('sea', day(1), `${opening} Twice.`, 'history: "off"\n');
    expect((await repository.history()).essays.size).toBe(0);
  });

  it('shows no word of a text that was retired, in no version', async () => {
    await commit('sea', day(0), `${opening}\n\nA name that must not be printed here again.`);
    await commit('sea', day(1), `${opening}\n\nA name that must never be printed here again.`);
    repository.mark('sea', 'A name', 'retired', 'The person asked for it.');
    await commit('sea', day(2), opening);
    const html = (await repository.history()).html('sea');
    expect(html).not.toMatch(/A name|never/);
    expect(html.match(/These words are no longer public/g)).toHaveLength(2);
  });

  it('shows nothing of the time as a draft, and of the time before its day only what was there then', async () => {
    await commit('sea', day(0), 'A first secret of the draft.', 'draft: true\nhistory: words\n');
    await commit(
      'sea',
      day(1),
      `${opening} It was held back as a secret.`,
      'published: 2026-01-05\nhistory: words\n',
    );
    await commit('sea', day(2), `${opening} It was held back.`, 'published: 2026-01-05\nhistory: words\n');
    await commit('sea', day(9), `${opening} It was set free.`, 'published: 2026-01-05\nhistory: words\n');
    const html = (await repository.history()).html('sea');
    expect(html).not.toMatch(/secret/);
    expect(shownChanges(html)).toEqual([
      {
        day: '2026-01-10',
        section: 'Introduction',
        happening: 'Changed',
        added: 'set free',
        removed: 'held back',
      },
    ]);
    expect(html).toContain('datetime="2026-01-05"');
  });

  it('takes the commits of a day together, and a merged branch as one change', async () => {
    await commit('sea', day(0), opening);
    repository.git('checkout', '-q', '-b', 'other');
    await commit('sea', day(1), `${opening} Someone noticed a wrong thing.`);
    await commit('sea', day(2), `${opening} Someone noticed.`);
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '--no-ff', '--no-commit', 'other');
    repository.commit(day(5));
    await commit('sea', day(6), `${opening} Someone notied.`);
    await commit('sea', day(6), `${opening} Everyone noticed.`);
    const shown = shownChanges((await repository.history()).html('sea'));
    expect(shown.map(({ day, added, removed }) => [day, added, removed])).toEqual([
      [day(5), 'Someone noticed.', ''],
      [day(6), 'Everyone', 'Someone'],
    ]);
  });

  it('goes on under a new slug', async () => {
    await commit('sea', day(0), opening);
    await commit('sea', day(1), `${opening} Twice.`);
    renameSync(dirname(repository.text('sea')), join(repository.content, 'essays/ocean'));
    repository.commit(day(2));
    const { html } = await repository.history();
    expect(shownChanges(html('ocean')).map(({ day }) => day)).toEqual([day(1)]);
  });

  it('knows nothing of what is not committed', async () => {
    await commit('sea', day(0), opening);
    appendFileSync(repository.text('sea'), '\nNot yet.\n');
    expect((await repository.history()).essays.size).toBe(0);
  });

  it('says that a shallow clone knows nothing, and shows none; without git too it shows none', async () => {
    await commit('sea', day(0), opening);
    await commit('sea', day(1), `${opening} Twice.`);
    const clone = join(repository.top, 'clone');
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${repository.top}`, clone]);
    const own = join(repository.top, '.git');
    mkdirSync(join(repository.top, 'kept'));
    renameSync(own, join(repository.top, 'kept/.git'));
    renameSync(join(clone, '.git'), own);
    const shallow = await repository.history();
    expect(shallow.warnings.map(({ code }) => code)).toEqual(['history/shallow']);
    expect([shallow.essays.size, [...shallow.unknown]]).toEqual([0, ['sea']]);
    rmSync(own, { recursive: true });
    const none = await repository.history();
    expect([none.essays.size, none.unknown.size, none.warnings.length]).toEqual([0, 0, 0]);
    renameSync(join(repository.top, 'kept/.git'), own);
    expect((await repository.history()).essays.size).toBe(1);
  });
});
