import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Submission } from '../../../src/comments/submission.ts';
import { delivered, fields, folder, imported } from './delivered.ts';
import { issoDatabase } from './deliveries.ts';

/** Comments with the numbers of the comments that they answer, in each format that has such numbers. */
const threads: Record<string, (all: readonly [id: number, above: number][]) => string | Uint8Array> = {
  'disqus.xml': (all) =>
    `<disqus xmlns:dsq="x">${all.map(([id, above]) => `<post dsq:id="${id}"><message>n${id}</message><author><name>A</name></author>${above ? `<parent dsq:id="${above}"/>` : ''}</post>`).join('')}</disqus>`,
  'wordpress.xml': (all) =>
    `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>T</title>${all.map(([id, above]) => `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_parent>${above}</wp:comment_parent><wp:comment_content>n${id}</wp:comment_content></wp:comment>`).join('')}</item></channel></rss>`,
  'mastodon.json': (all) =>
    JSON.stringify({
      ancestors: [],
      descendants: all.map(([id, above]) => ({
        id: `${id}`,
        uri: `https://s.example/${id}`,
        in_reply_to_id: `${above || 900}`,
        visibility: 'public',
        content: `n${id}`,
        account: { id: '7' },
      })),
    }),
  'isso.db': (all) => {
    const path = join(folder, `isso-${JSON.stringify(all).length}-${all.flat().join('')}.db`);
    issoDatabase(
      path,
      all.map(([id, above]) => ({ ...fields, comment: `n${id}`, above: above || null })),
    );
    return readFileSync(path);
  },
};

/** The text of each comment, and the text of the one that it answers. */
function answers(submissions: readonly Submission[]): [string, string][] {
  const byId = new Map(submissions.map(({ id, text }) => [id, text]));
  return submissions.map(({ text, parent }) => [
    text,
    parent === null ? '' : (byId.get(parent) ?? 'missing'),
  ]);
}

describe.each(Object.entries(threads))('threads of %s', (name, make) => {
  it('that go in a circle have each comment once', async () => {
    const { submissions, skipped } = await delivered(
      name,
      make([
        [1, 2],
        [2, 3],
        [3, 1],
        [4, 4],
        [5, 1],
      ]),
    );
    expect(skipped).toEqual([]);
    expect(submissions.map(({ text }) => text)).toEqual(['n1', 'n2', 'n3', 'n4', 'n5']);
    expect(answers(submissions).slice(0, 3)).toEqual([
      ['n1', 'n2'],
      ['n2', 'n3'],
      ['n3', 'n1'],
    ]);
  });

  it('keep the answer to a comment that is not there', async () => {
    const { submissions } = await delivered(
      name,
      make([
        [1, 0],
        [2, 77],
      ]),
    );
    const [, [, above] = ['', '']] = answers(submissions);
    expect(submissions).toHaveLength(2);
    expect(above).toMatch(/^(?:missing|)$/);
  });

  it('that have a number twice have one comment of it, and the other is counted', async () => {
    const isDatabase = name.endsWith('.db');
    if (isDatabase) return; // whose tables have a number once
    const { reports, waiting } = await imported({
      [name]: make([
        [1, 0],
        [1, 0],
        [2, 1],
      ]),
    });
    expect(waiting).toHaveLength(2);
    expect(reports[0]).toMatchObject({ records: 3, waiting: 1 });
  });
});
