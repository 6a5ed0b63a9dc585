import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { essayAddress } from '../../../src/document/address.ts';

const library = 'tests/fixtures/library';
process.env['STET_CONTENT'] = library; // read when the rooms are loaded
const { checkPublishedFragments } = await import('../../../src/publish/published-fragments.ts');

const slugs = Object.keys(JSON.parse(readFileSync(`${library}/published.json`, 'utf8')).essays);

it('names every published essay that the site has no page for', () => {
  const problems = checkPublishedFragments([]);
  expect(slugs.length).toBeGreaterThan(0);
  expect(problems.map(({ message }) => message)).toEqual(
    slugs.map((slug) =>
      expect.stringContaining(`published at \`${essayAddress(slug)}\`, and the site has no page there`),
    ),
  );
});

it('names every published id that its page does not have', () => {
  const [slug = ''] = slugs;
  const { anchors } = JSON.parse(readFileSync(`${library}/essays/${slug}/anchors.json`, 'utf8'));
  const [first, ...others] = anchors.map(({ id }: { id: string }) => id);
  const problems = checkPublishedFragments([{ address: essayAddress(slug), ids: [first] }]);
  const named = problems.map(({ message }) => /#(\S+)`/.exec(message)?.[1]);
  expect(named.filter((id) => others.includes(id))).toEqual(others);
  expect(named).not.toContain(first);
});
