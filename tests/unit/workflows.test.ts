import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const steps = z.array(
  z.object({ run: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() }),
);
const githubFile = z.object({
  on: z.looseObject({
    push: z.object({ paths: z.array(z.string()).optional() }),
    schedule: z.array(z.object({ cron: z.string() })).optional(),
  }),
  jobs: z.record(z.string(), z.object({ steps })),
});
const github = (name: string) => githubFile.parse(parse(readFileSync(`.github/workflows/${name}`, 'utf8')));
const stepsOf = (name: string) => Object.values(github(name).jobs).flatMap((job) => job.steps);
const runs = (name: string) => stepsOf(name).flatMap(({ run }) => run ?? []);

const author = ['npm ci', 'npm run check', 'npm run build -- --day "$(date -u +%F)"'];

describe('the workflow that publishes runs what an author needs, and no test of the engine', () => {
  it('on GitHub', () => {
    expect(runs('pages.yml')).toEqual(author);
    expect(stepsOf('pages.yml')[0]?.with?.['fetch-depth']).toBe(0);
    expect(github('pages.yml').on.push.paths).toBeUndefined();
    expect(github('pages.yml').on.schedule?.length).toBe(1); // essays appear on their day
  });

  it('on GitLab', () => {
    const jobs = parse(readFileSync('.gitlab-ci.yml', 'utf8'));
    expect(jobs.build.script).toEqual(author);
    expect(jobs.build.rules).toBeUndefined();
    expect(jobs.variables.GIT_DEPTH).toBe(0);
    expect(jobs.pages.needs).toEqual(['build']);
    expect(jobs.engine.rules.map((rule: object) => Object.keys(rule))).toEqual([['changes']]);
  });

  it('and the engine is tested where it changes, never for an essay', () => {
    expect(runs('engine.yml')).toEqual(['bash .ci/run']);
    const paths = github('engine.yml').on.push.paths ?? [];
    expect(paths).toEqual(expect.arrayContaining(['src/**', 'tests/**', 'bench/**', 'package.json']));
    expect(paths.filter((path) => /^(?:content|public|\*)/.test(path))).toEqual([]);
  });
});
