import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFrontmatter } from '../../../src/compile/frontmatter.ts';
import { frontmatterSchema } from '../../../src/document/frontmatter.ts';
import { placeholder } from '../../../src/document/placeholder.ts';

it('begins a draft in Markdown, in MDX only where it is asked for, and writes over nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'new-'));
  const run = (...args: string[]) => {
    const program = join(process.cwd(), 'src/commands/new.ts');
    const env = { ...process.env, STET_CONTENT: 'content', NODE_NO_WARNINGS: '1' };
    return spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8', env });
  };
  expect(run('on-tides', 'On “tides”: a').status).toBe(0);
  expect(run('on-moons', 'On moons', '--mdx').status).toBe(0);
  const files = (slug: string) => readdirSync(join(folder, 'content/essays', slug));
  expect([files('on-tides'), files('on-moons')]).toEqual([['index.md'], ['index.mdx']]);
  const text = readFileSync(join(folder, 'content/essays/on-tides/index.md'), 'utf8');
  const read = readFrontmatter('a.md', text, frontmatterSchema);
  expect(read).toMatchObject({ metadata: { title: 'On “tides”: a', draft: true } });
  expect(run('on-tides', 'Again')).toMatchObject({ status: 1 });
  expect(readFileSync(join(folder, 'content/essays/on-tides/index.md'), 'utf8')).toBe(text);
  expect(run('On Tides', 'A').stderr).toContain('Right is: npm run new -- a-good-name "The title"');
  expect(run().stderr).toMatch(/^npm run new -- a-good-name "The title"/);
  for (const [title, slug] of [
    ['On baking bread: über Mehl', 'on-baking-bread-uber-mehl'],
    ['パンを焼く', new Date().toISOString().slice(0, 10)],
  ] as const) {
    expect(run(title).stdout).toContain(`Begun: content/essays/${slug}/index.md`);
    const begun = readFileSync(join(folder, 'content/essays', slug, 'index.md'), 'utf8');
    expect(readFrontmatter('a.md', begun, frontmatterSchema)).toMatchObject({ metadata: { title } });
  }
  expect(run('on-bread').status).toBe(0);
  const unnamed = readFileSync(join(folder, 'content/essays/on-bread/index.md'), 'utf8');
  expect(unnamed).toContain(placeholder.title);
});
