import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { root } from '../../src/paths.ts';
import { keptByBare, writeBareSite } from './bare-site.ts';
import { writeComments } from './comments.ts';
import { emptyCaches } from './empty-caches.ts';
import { setHistory, writeVersions } from './history.ts';
import { type Cost, measure } from './measure.ts';
import { commit, editOneEssay, keptByOurs, writeOurSite } from './our-site.ts';
import { type Case, type Row, tableOf } from './table.ts';
import { leaveOutForms } from './without-forms.ts';

/**
 * `npm run bench:build`: what a build costs, beside Astro alone with the same essays. Nothing passes or fails.
 * `--sizes 1,100` measures these numbers of essays; `--only ours` or `--only bare` one side; `--comments 10` also with
 * so many comments on each essay; `--versions 50` with so many versions of each, shown and not;
 * `--forms` also without books, cards and other forms; `--save` keeps the results in `bench/build/results/`.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,100,1000' },
    only: { type: 'string', default: 'all' },
    comments: { type: 'string', default: '0' },
    versions: { type: 'string', default: '0' },
    forms: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const comments = Number(values.comments);
const versions = Number(values.versions);
if (
  !sizes.every((size) => Number.isInteger(size) && size > 0) ||
  !/^(?:all|ours|bare)$/.test(values.only) ||
  !Number.isInteger(comments) ||
  !Number.isInteger(versions)
) {
  console.error(
    'Usage: npm run bench:build -- [--sizes 1,100,1000] [--only ours|bare] [--comments 10] [--versions 50] [--forms] [--save]',
  );
  process.exit(1);
}

const top = join(root, '.stet/bench');
const aside = join(top, 'aside');
const astro = 'node ../../../node_modules/astro/bin/astro.mjs build --silent';
/** As `npm run build` runs it. */
const ours: string = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.build;
/**
 * Milliseconds before a build that follows another, which has deleted the site before it: ext4 passes over the inodes of
 * that for a minute. Two builds of an author are further apart.
 */
const pause = 75_000;
const rows: Row[] = [];

for (const size of sizes) {
  if (values.only !== 'ours') await measureBare(size);
  if (values.only !== 'bare') await measureOurs(size);
}
const table = tableOf(rows);
console.log(`\n${table}`);
if (values.save) save(table);
rmSync(top, { recursive: true, force: true });

async function measureBare(size: number): Promise<void> {
  const cases = [
    ['Astro, default', 'default', astro],
    ['Astro, unified()', 'unified', astro],
    ['Astro with Pagefind', 'default', `${astro} && ../../../node_modules/.bin/pagefind --site dist`],
  ] as const;
  for (const [name, processor, command] of cases) {
    const folder = join(top, `bare-${size}`);
    writeBareSite(folder, size, processor);
    emptyCaches(folder, keptByBare, aside);
    note(size, name, await measure(command, folder, 'dist'));
  }
}

async function measureOurs(size: number): Promise<void> {
  const folder = join(top, `ours-${size}`);
  writeOurSite(folder, size);
  note(size, 'first', await measure(ours, folder, 'dist/')); // gives every block its id
  commit(folder);
  emptyCaches(folder, keptByOurs, aside);
  note(size, 'cold', await measure(ours, folder, 'dist/'));
  await delay(pause);
  note(size, 'unchanged', await measure(ours, folder, 'dist/'));
  editOneEssay(folder);
  await delay(pause);
  note(size, 'one edit', await measure(ours, folder, 'dist/'));
  if (values.forms) {
    const plain = join(top, `plain-${size}`);
    writeOurSite(plain, size);
    leaveOutForms(plain);
    await measure(ours, plain, 'dist/'); // gives every block its id
    commit(plain);
    emptyCaches(plain, keptByOurs, aside);
    note(size, 'cold, without forms', await measure(ours, plain, 'dist/'));
    await delay(pause);
    note(size, 'unchanged, without forms', await measure(ours, plain, 'dist/'));
  }
  if (versions > 0) {
    writeVersions(folder, versions);
    for (const [setting, shown] of [
      ['off', 'without history'],
      ['words', 'with history'],
    ] as const) {
      setHistory(folder, setting);
      emptyCaches(folder, keptByOurs, aside);
      note(size, `cold, ${shown}`, await measure(ours, folder, 'dist/'));
      note(size, `unchanged, ${shown}`, await measure(ours, folder, 'dist/'));
    }
  }
  if (comments === 0) return;
  writeComments(join(folder, 'content'), comments);
  commit(folder);
  emptyCaches(folder, keptByOurs, aside);
  note(size, 'cold, with comments', await measure(ours, folder, 'dist/'));
  note(size, 'unchanged, with comments', await measure(ours, folder, 'dist/'));
}

function note(essays: number, name: Case, cost: Cost): void {
  rows.push({ essays, name, ...cost });
  const memory = cost.memory === null ? '' : `, ${Math.round(cost.memory / 1e6)} MB`;
  console.log(
    `${essays} essays, ${name}: ${cost.processor.toFixed(1)} s of processor, ${cost.wall.toFixed(1)} s${memory}`,
  );
}

function save(table: string): void {
  const folder = join(root, 'bench/build/results');
  mkdirSync(folder, { recursive: true });
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`;
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify({ machine, rows }, null, 2)}\n`);
  writeFileSync(join(folder, 'results.md'), `# What a build costs\n\n${machine}.\n\n${table}\n`);
}
