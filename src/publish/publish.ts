import { AuthorError, type Problem } from '../document/problem.ts';
import { openSite, saveSite } from './built-site.ts';
import { finishing, publishPipeline } from './pipeline.ts';

/**
 * Makes a publishable site of what Astro built in a folder.
 * @throws AuthorError with everything that is wrong, so that an author can mend it in one go
 */
export async function publish(folder: string): Promise<void> {
  const site = openSite(folder);
  const problems: Problem[] = [];
  for (const step of publishPipeline) problems.push(...((await step(site)) ?? []));
  if (problems.length > 0) throw new AuthorError(problems);
  saveSite(site);
  for (const step of finishing) await step(site);
}
