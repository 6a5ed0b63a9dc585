import './on-author-error.ts';
import { dev } from 'astro';
import { keepLedgers } from '../anchors/update-ledgers.ts';
import { checkSources } from '../compile/check-sources.ts';
import { formatProblem } from '../document/problem.ts';
import { contentFolder, writingRoot } from '../paths.ts';
import { astroAt } from './astro-root.ts';

process.env['STET_DRAFTS'] = 'show';
await look();
const { watcher } = await dev(astroAt(writingRoot));
let soon: NodeJS.Timeout | undefined;
watcher.on('all', (_event, path) => {
  if (!path.startsWith(contentFolder) || !/\.mdx?$/.test(path)) return;
  clearTimeout(soon);
  soon = setTimeout(look, 300); // milliseconds: an editor may save one file in several steps
});

/** Says what is wrong with the texts and keeps their ledgers; while writing, nothing stops the pages. */
async function look(): Promise<void> {
  const { problems, ...sources } = checkSources();
  const ledgers = problems.length > 0 ? { said: [], problems: [] } : await keepLedgers(sources);
  for (const problem of [...problems, ...ledgers.problems]) console.error(formatProblem(problem));
  for (const line of ledgers.said) console.log(line);
}
