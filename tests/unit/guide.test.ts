import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openCache } from '../../src/cache/cache.ts';
import { textChecker } from '../../src/library/check-text.ts';

const folder = 'docs/writing/essays';
const guides = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.md')));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

it.each(guides)('the guide %s compiles, and names only commands and files that there are', async (slug) => {
  const file = join(folder, slug, 'index.md');
  const text = readFileSync(file, 'utf8');
  const check = textChecker(openCache('.stet/cache/guide-test'), resolve('docs/writing'));
  const { problems } = await check({ slug, file, path: resolve(file), text });
  expect(problems).toEqual([]);
  for (const [, script] of text.matchAll(/npm run ([\w-]+)/g)) expect(scripts).toHaveProperty(script ?? '');
  for (const [, path] of text.matchAll(/`((?:src|tests)\/[\w./-]+)`/g))
    expect(existsSync(path ?? ''), path).toBe(true);
});
