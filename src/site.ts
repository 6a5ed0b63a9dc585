import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { configurationSchema, type SiteConfiguration } from './document/configuration.ts';
import { AuthorError, type Problem } from './document/problem.ts';
import { contentFolder, root } from './paths.ts';

/** The configuration in `site.ts` of the content folder, checked. Loaded once for each process. */
export const site: SiteConfiguration = await loadSite(join(contentFolder, 'site.ts'));

/** @throws AuthorError where the file is missing or a field is wrong */
async function loadSite(path: string): Promise<SiteConfiguration> {
  const file = relative(root, path).replaceAll('\\', '/');
  const stop = (...messages: string[]) =>
    new AuthorError(messages.map((message): Problem => ({ file, line: 0, message })));
  if (!existsSync(path)) throw stop('The configuration of the site is missing. Restore this file.');
  const module: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(path).href);
  const result = configurationSchema.safeParse(module['site']);
  if (result.success) return result.data;
  throw stop(...result.error.issues.map((issue) => `\`site.${issue.path.join('.')}\`: ${issue.message}.`));
}
