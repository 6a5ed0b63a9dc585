import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatProblem, problem } from '../document/problem.ts';
import { root, siteFolder } from '../paths.ts';
import { openSite } from '../publish/built-site.ts';
import { externalLinks, lookAt } from '../publish/external-links.ts';

/**
 * `npm run check:external`: asks every outside address of the built site once, slowly, and writes a report. Never a
 * part of a build or a test, since what others do with their sites is no fault of this one.
 * Exit codes: 0 all answered; 1 some did not; 2 there is no site.
 */
const report = join(root, '.stet/external-links.json');

if (existsSync(siteFolder)) await look();
else {
  console.error('There is no built site to look at. Run `npm run build` first.');
  process.exitCode = 2;
}

async function look(): Promise<void> {
  const links = externalLinks(openSite(siteFolder));
  const hosts = new Set(links.map(({ address }) => new URL(address).host));
  console.log(`${links.length} addresses at ${hosts.size} hosts, one after the other at each …`);
  const answers = await lookAt(links);
  mkdirSync(dirname(report), { recursive: true });
  writeFileSync(report, `${JSON.stringify(answers, null, 2)}\n`);
  const silent = answers.filter((one) => !one.fine);
  for (const { file, line, address, found } of silent)
    console.log(formatProblem(problem('link/unreachable', { address, reason: found }, { file, line })));
  console.log(
    `${answers.length - silent.length} answered, ${silent.length} did not. The report: .stet/external-links.json`,
  );
  process.exitCode = silent.length > 0 ? 1 : 0;
}
