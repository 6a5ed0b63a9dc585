import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../src/paths.ts';
import { added, type Figures, inWords, isWhole, nothing } from './figures.ts';
import { measure } from './measure.ts';
import { type MeasuredSite, originOf, table } from './table.ts';

/**
 * `npm run bench:import -- [--fetch] [--save] FOLDER…`: takes in the texts of other sites with the real commands, each into a
 * new site, builds that, and compares every published page with its source: words and pictures that are neither on the
 * page nor named in the report by the line are lost in silence. Exit code 1 where there are any, or a text has no entry.
 * `--save` keeps the figures, and no text, in `bench/import/results/`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { fetch: { type: 'boolean', default: false }, save: { type: 'boolean', default: false } },
});
if (positionals.length === 0) {
  console.error('Usage: npm run bench:import -- [--fetch] [--save] FOLDER [FOLDER …]');
  process.exit(1);
}

const sites: MeasuredSite[] = [];
for (const folder of positionals) {
  const { kind, figures, remarks } = measure(resolve(folder), values.fetch);
  for (const remark of remarks) console.log(remark);
  const site = { ...originOf(resolve(folder)), kind, figures };
  console.log(`${site.name} (${kind}): ${inWords(figures)}`);
  sites.push(site);
}
const sum = sites.reduce<Figures>((all, { figures }) => added(all, figures), nothing);
console.log(`\nall: ${inWords(sum)}`);
if (values.save) save();
if (!isWhole(sum)) process.exitCode = 1;

function save(): void {
  const folder = join(root, 'bench/import/results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify({ sites, sum }, null, 2)}\n`);
  writeFileSync(join(folder, 'results.md'), table(sites, sum));
}
