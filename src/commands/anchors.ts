import { writeFileSync } from 'node:fs';
import { resolve as toPath } from 'node:path';
import { parseArgs } from 'node:util';
import { essayAddress, placeAddress } from '../essay/address.ts';
import { type Ledger, ledgerText } from '../essay/ledger.ts';
import { formatProblem } from '../essay/problem.ts';
import { resolve } from '../essay/resolve.ts';
import { accepted, anchorOf, Refusal, redirected, retired } from '../ledger/change-ledger.ts';
import { faultProblem } from '../ledger/fault-problem.ts';
import { isFrozen, summary } from '../ledger/keep-ledgers.ts';
import { type OpenLedger, openLedger } from '../ledger/open-ledger.ts';
import { root } from '../places.ts';
import { checkSources } from '../sources/check-sources.ts';

const usage = `npm run anchors                                  what became of every published id
npm run anchors -- accept                        write the ledgers as the build would
npm run anchors -- accept ID                     the text in its place says the same
npm run anchors -- redirect ID NEW               the text is in another place now
npm run anchors -- retire ID --why "A sentence"  the text was taken out
npm run anchors -- explain ID                    where an id comes from and where it leads
An ID is /essays/slug/#id, or the id alone where one essay has it. --json for machines, --frozen to write nothing.
Exit codes: 0 all is well; 1 something stops the build; 2 the command cannot be done.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { why: { type: 'string' }, json: { type: 'boolean' }, frozen: { type: 'boolean' } },
});
const [command = 'status', ...rest] = positionals;

try {
  const { sources, problems } = checkSources();
  const open: OpenLedger[] = [];
  for (const source of sources) {
    const ledger = await openLedger(source);
    if (ledger && 'message' in ledger) problems.push(ledger);
    else if (ledger) open.push(ledger);
  }
  if (problems.length > 0) throw new Refusal(problems.map(formatProblem).join('\n'));
  process.exitCode = run(open);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function run(open: readonly OpenLedger[]): number {
  const [id = '', to = ''] = rest;
  if (command === 'status') return status(open);
  if (command === 'explain' && id) return explain(find(open, id));
  if (command === 'accept' && !id) {
    const still = open.filter((one) => one.resolution.faults.length > 0);
    for (const one of open)
      if (!still.includes(one) && one.before !== one.after) write(one, one.resolution.ledger);
    return still.length > 0 ? status(still) : 0;
  }
  if (command === 'accept') return change(find(open, id), accepted);
  if (command === 'retire' && id)
    return change(find(open, id), (one, name) => retired(one, name, values.why ?? ''));
  if (command === 'redirect' && id && to) {
    const from = find(open, id);
    const target = find(open, to, from.ledger);
    const place =
      target.ledger === from.ledger
        ? `#${target.id}`
        : placeAddress(essayAddress(target.ledger.source.slug), target.id);
    return change(from, (one, name) => redirected(one, name, place));
  }
  throw new Refusal(usage);
}

/** An id somebody wrote, and the ledger in which it stands. */
interface Found {
  ledger: OpenLedger;
  id: string;
}

/** @param home where an id without an address is looked for first */
function find(open: readonly OpenLedger[], written: string, home?: OpenLedger): Found {
  const [, slug, fragment] = /^\/essays\/([^/#]+)\/#(.+)$/.exec(written) ?? [];
  const id = decodeURIComponent(fragment ?? written.replace(/^#/, ''));
  const has = (one: OpenLedger) =>
    one.ledger.anchors.some((anchor) => anchor.id === id) || one.resolution.ids.includes(id);
  const there = open.filter((one) => (slug === undefined ? has(one) : one.source.slug === slug));
  const ledger = home && slug === undefined && has(home) ? home : there[0];
  if (!ledger) {
    const known = open.map((one) => one.source.slug).join(', ');
    throw new Refusal(`No published essay has \`${written}\`. The essays are: ${known || 'none'}.`);
  }
  if (there.length > 1 && ledger !== home)
    throw new Refusal(`Several essays have \`${id}\`. Write which: /essays/${ledger.source.slug}/#${id}`);
  if (!has(ledger)) anchorOf(ledger.ledger, id);
  return { ledger, id };
}

function change({ ledger: open, id }: Found, wish: (open: OpenLedger, id: string) => Ledger): number {
  const wanted = wish(open, id);
  const { faults, ledger } = resolve(open.found.blocks, wanted, open.version);
  // while something else is in question, nothing but what was asked for is written
  write(open, faults.length > 0 ? wanted : ledger);
  for (const fault of faults) console.error(formatProblem(faultProblem(fault, open)));
  return faults.length > 0 ? 1 : 0;
}

function write(open: OpenLedger, ledger: Ledger): void {
  if (values.frozen || isFrozen())
    throw new Refusal(`Nothing was written: ${open.file} may only be read here.`);
  writeFileSync(toPath(root, open.file), ledgerText(ledger));
  console.log(
    values.json ? JSON.stringify({ wrote: open.file }) : `Wrote ${open.file}. Commit it with your text.`,
  );
}

function status(open: readonly OpenLedger[]): number {
  if (values.json) {
    const essays = open.map(({ source, file, before, after, resolution: { changes, faults } }) => ({
      essay: source.slug,
      ledger: file,
      upToDate: before === after,
      changes,
      faults,
    }));
    console.log(JSON.stringify({ version: 1, essays }, null, 2));
  } else for (const one of open) console.log(`${table(one)}\n`);
  return open.some((one) => one.resolution.faults.length > 0 || (isFrozen() && one.before !== one.after))
    ? 1
    : 0;
}

function table(open: OpenLedger): string {
  const { source, before, after, resolution } = open;
  const { changes, faults, ids } = resolution;
  const same = ids.length - changes.filter((one) => one.what !== 'merged').length;
  const rows = [
    ...changes.map((one) => [one.what, one.id, one.kind, one.into ? `now in #${one.into}` : one.text]),
    ...faults.map((one) => [one.what.toUpperCase(), one.id, one.kind, one.text]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(
    (row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`,
  );
  const state = before === after ? 'up to date' : `to be written: ${summary(changes)}`;
  const told = faults.map((fault) => formatProblem(faultProblem(fault, open)));
  return [`${source.slug}: ${same} unchanged, ${state}`, ...lines, ...told].join('\n');
}

function explain({ ledger: { source, ledger, found, resolution }, id }: Found): number {
  const anchor = ledger.anchors.find((one) => one.id === id);
  const at = resolution.ids.indexOf(id);
  const host = resolution.old.findIndex((ids) => ids.includes(id));
  const line = found.lines[at >= 0 ? at : host]?.first ?? 0;
  const opening = (index: number) =>
    found.blocks[index]?.text.replaceAll(/\s+/g, ' ').trim().slice(0, 72) ?? '';
  const now =
    at >= 0
      ? `stands at ${source.file}:${line}: “${opening(at)}”`
      : host >= 0
        ? `stands within #${resolution.ids[host]} at ${source.file}:${line}: “${opening(host)}”`
        : anchor?.retired
          ? `was taken out: ${anchor.retired}`
          : anchor?.to
            ? `leads to ${anchor.to}`
            : 'is lost: the build stops';
  if (values.json)
    console.log(JSON.stringify({ essay: source.slug, id, anchor: anchor ?? null, now }, null, 2));
  else {
    console.log(`${placeAddress(essayAddress(source.slug), id)} ${now}`);
    if (!anchor) console.log('  It is new and not in the ledger yet.');
    else {
      const chosen = anchor.own ? 'chosen by the author' : 'made from its text';
      console.log(`  ${anchor.kind}, ${chosen}, published ${anchor.since}`);
      console.log(`  last seen as: “${anchor.text}”`);
      if (anchor.first) console.log('  reworded since it was first published');
    }
  }
  return 0;
}
