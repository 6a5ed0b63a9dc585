import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, siteFolder } from '../places.ts';
import { openSite } from '../publish/built-site.ts';
import { externalLinks, lookAt } from '../publish/external-links.ts';

/** `npm run check:external`: asks every outside address of the built site once, slowly, and writes a report. */
const report = join(root, '.stet/external-links.json');
const links = existsSync(siteFolder) ? externalLinks(openSite(siteFolder)) : [];
if (links.length === 0)
  console.log('There is no built site with links to look at. Run `npm run build` first.');
console.log(`${links.length} addresses outside the site, one at a time for each host …`);
const results = await lookAt(links);
mkdirSync(dirname(report), { recursive: true });
writeFileSync(report, `${JSON.stringify(results, null, 2)}\n`);
const bad = results.filter((one) => !one.fine);
for (const { file, line, address, found } of bad)
  console.log(`${line > 0 ? `${file}:${line}` : file}: ${address}: ${found}`);
console.log(
  `${results.length - bad.length} answered, ${bad.length} did not. The report: .stet/external-links.json`,
);
process.exitCode = bad.length > 0 ? 1 : 0;
