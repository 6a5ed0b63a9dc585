import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { codeProblem } from './document/code-problem.ts';
import { configurationSchema, type SiteConfiguration } from './document/configuration.ts';
import { nearest } from './document/nearest.ts';
import { AuthorError, type Problem, problem } from './document/problem.ts';
import { fieldsAt, ruleOf } from './document/schema-rules.ts';
import { loadCode } from './owner-code/load-code.ts';
import { contentFolder, pathFromRoot, root } from './paths.ts';

/** The configuration in `site.ts` of the content folder, checked. Loaded once for each process. */
export const site: SiteConfiguration = await loadSite(join(contentFolder, 'site.ts'));

/**
 * @param version another one for each time that the file is read by the same process
 * @throws AuthorError where the file is missing, its code cannot be run, or a field is wrong
 */
export async function loadSite(path: string, version = ''): Promise<SiteConfiguration> {
  const file = pathFromRoot(path);
  const sign = /[#?%]/.exec(`${root}${contentFolder}`)?.[0];
  if (sign !== undefined) throw new AuthorError([problem('site/folder-name', { sign }, { file: root })]);
  if (!existsSync(path)) throw new AuthorError([problem('site/missing', {}, { file })]);
  let result: ReturnType<typeof configurationSchema.safeParse>;
  try {
    const module = await loadCode(path, version);
    result = configurationSchema.safeParse(module['site']); // which calls what has a getter
  } catch (error) {
    throw new AuthorError([codeProblem(error, path, file)]);
  }
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsAt(configurationSchema, issue.path);
      return issue.keys.map((key) => {
        const values = { field: [...issue.path, key].join('.'), fields: known.join(', ') };
        return problem('site/unknown-field', values, { file }, nearest(key, known));
      });
    }
    const values = { field: ['site', ...issue.path].join('.'), rule: ruleOf(issue) };
    return [problem('site/invalid-value', values, { file })];
  });
  throw new AuthorError(problems);
}
