import { dev } from 'astro';
import { formatProblem } from '../essay/problem.ts';
import { checkSources } from '../sources/check-sources.ts';

const { problems } = checkSources();
for (const problem of problems) console.error(formatProblem(problem));
process.env['STET_DRAFTS'] = 'show';
await dev({});
