import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = 'src/publish/hosts';
const guides = readdirSync(folder).filter((name) => name.endsWith('.md'));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const written = readFileSync('src/commands/hosts.ts', 'utf8');

describe('the guides', () => {
  it('are one for each host of the overview, and no other', () => {
    const named = [...readFileSync(join(folder, 'hosts.md'), 'utf8').matchAll(/\]\(([\w-]+\.md)\)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.toSorted()).toEqual(guides.filter((name) => name !== 'hosts.md').toSorted());
  });

  it.each(guides)('%s names only commands and files that there are', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, script] of text.matchAll(/npm run ([\w-]+)/g)) expect(scripts).toHaveProperty(script ?? '');
    for (const [, file] of text.matchAll(/\.stet\/hosts\/([\w-]+(?:\.\w+)?)/g)) {
      expect(written).toMatch(new RegExp(`^  '?${file?.replaceAll('.', '\\.')}'?: `, 'm'));
    }
    for (const [, path] of text.matchAll(/`((?:src|tests|bench)\/[\w./-]+)`/g))
      expect(existsSync(path ?? ''), path).toBe(true);
  });
});
