import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { SiteConfiguration } from '../../src/document/configuration.ts';

/**
 * Builds the site of `tests/fixtures/site` with another configuration of comments.
 * @param name of the folder in `.stet/`; each test file takes names of its own
 * @returns the folder of the finished site
 */
export async function siteWithComments(
  name: string,
  comments: SiteConfiguration['comments'],
): Promise<string> {
  const top = resolve('.stet', name);
  const content = join(top, 'content');
  rmSync(content, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  cpSync('tests/fixtures/site', content, { recursive: true });
  const base = JSON.stringify(resolve('tests/fixtures/site.ts'));
  const source = `import { site as base } from ${base};\nexport const site = { ...base, comments: ${JSON.stringify(comments)} };\n`;
  writeFileSync(join(content, 'site.ts'), source);
  const site = join(top, 'site');
  const env = { ...process.env, STET_CONTENT: content, STET_OUT: site };
  await promisify(execFile)(process.execPath, ['src/commands/build.ts'], { env });
  return site;
}

/** What the hook of a test that builds such sites may take on a busy machine, in milliseconds. */
export const buildTime = 600_000;

/** A discussion as giscus.app describes it. */
export const giscus = {
  repository: 'owner/name',
  repositoryId: 'R_1',
  category: 'Comments',
  categoryId: 'DIC_1',
};
