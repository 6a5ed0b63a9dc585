import { problemsOf } from './author-problems.ts';
import { guardEndless } from './endless-guard.ts';
import { reportProblems } from './report-problems.ts';

// Imported first by a command: `content/site.ts` and `content/words.ts` are read while modules load, before any of
// the command's own code could catch what is wrong with them.
process.on('uncaughtException', (error) => {
  const problems = problemsOf(error);
  if (problems.length > 0) reportProblems(problems, 'The command was not run.');
  else console.error(error);
  process.exit(1);
});
guardEndless('The command was not run.');
