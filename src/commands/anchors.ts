import './on-author-error.ts';
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve as toPath } from 'node:path';
import { parseArgs } from 'node:util';
import { essayRedirected, essayRetired, type Writes } from '../anchors/change-essay.ts';
import { accepted, Refusal, redirected, retired } from '../anchors/change-ledger.ts';
import { placeInWords, placeNow } from '../anchors/describe-fragment.ts';
import { writtenEssay, writtenPlace } from '../anchors/fragment-argument.ts';
import { type Ledger, ledgerText } from '../anchors/ledger.ts';
import type { LedgerState } from '../anchors/load-ledger.ts';
import type { LedgerStates } from '../anchors/load-ledgers.ts';
import { essayInWords, statusFacts, statusTables } from '../anchors/status.ts';
import { isFrozen, ledgerProblems, staleFiles, staleProblems } from '../anchors/update-ledgers.ts';
import { openCache } from '../cache/cache.ts';
import { readSources } from '../compile/read-sources.ts';
import { essayAddress, fragmentAddress } from '../document/address.ts';
import { formatProblem, type Problem } from '../document/problem.ts';
import { compileLedgers } from '../library/compile-library.ts';
import { siteCompiler } from '../library/site-compiler.ts';
import { cacheFolder, root } from '../paths.ts';
import { site } from '../site.ts';

const usage = `npm run anchors                                  what became of every published id
npm run anchors -- accept                        write the ledgers as the build would
npm run anchors -- accept ID                     the text in its place says the same
npm run anchors -- redirect ID NEW               the text is in another place now
npm run anchors -- retire ID --why "A sentence"  the text was taken out
npm run anchors -- explain ID                    where an id comes from and where it leads
An ID is /essays/slug/#id, or the id alone where one essay has it. /essays/slug/ is the whole essay, for redirect,
retire and explain. --json for machines, --frozen to write nothing.
Exit codes: 0 all is well; 1 something stops the build; 2 the command cannot be done.`;

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function run(): Promise<number> {
  const { json, why = '', command, id, to } = wish();
  const library = await opened();
  if (command === 'status' && !id) return status(library, json);
  if (command === 'explain' && id) return explain(library, id, json);
  if (command === 'accept' && !id) {
    const wrote = write(new Map(staleFiles(library).map(({ file, after }) => [file, after])));
    return told(wrote, ledgerProblems(library), json);
  }
  const writes = wanted(library, command, id, to, why);
  if (!writes) throw new Refusal(usage);
  const wrote = write(writes);
  const now = await opened();
  const problems = ledgerProblems(now);
  // while something else is in question, nothing but what was asked for is written
  if (problems.length === 0)
    wrote.push(...write(new Map(staleFiles(now).map(({ file, after }) => [file, after]))));
  return told([...new Set(wrote)], problems, json);
}

function wish() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { why: { type: 'string' }, json: { type: 'boolean' }, frozen: { type: 'boolean' } },
    });
    const [command = 'status', id = '', to = '', more] = positionals;
    if (more !== undefined) throw new Refusal(usage);
    return { why: values.why, json: values.json ?? false, command, id, to };
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new Refusal(`${error.message}\n\n${usage}`);
    throw error;
  }
}

async function opened(): Promise<LedgerStates> {
  const sources = readSources(site.language);
  stopAt(sources.problems);
  const { ledgers, problems } = await compileLedgers(sources, siteCompiler(openCache(cacheFolder)));
  stopAt([...problems, ...ledgers.unreadable]);
  return ledgers;
}

function stopAt(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal(problems.map(formatProblem).join('\n'));
}

/** The files by which a wish is granted; null where there is no such command. */
function wanted(library: LedgerStates, command: string, id: string, to: string, why: string): Writes | null {
  const essay = writtenEssay(id);
  if (essay && command === 'retire') return essayRetired(essay, why, library);
  if (essay && command === 'redirect' && to) {
    const target = writtenEssay(to);
    if (!target) throw new Refusal(`\`${to}\` is no essay. Write its address: /essays/slug/`);
    return essayRedirected(essay, target, library);
  }
  if (essay || !id || !['accept', 'retire', 'redirect'].includes(command)) return null;
  const from = writtenPlace(library, id);
  if (command === 'accept') return only(from.ledger, accepted(from.ledger, from.id));
  if (command === 'retire') return only(from.ledger, retired(from.ledger, from.id, why));
  if (!to) return null;
  const target = writtenPlace(library, to, from.ledger);
  const isHere = target.ledger === from.ledger;
  const address = fragmentAddress(essayAddress(target.ledger.source.slug), target.id);
  return only(from.ledger, redirected(from.ledger, from.id, isHere ? `#${target.id}` : address));
}

function only({ file }: LedgerState, ledger: Ledger): Writes {
  return new Map([[file, ledgerText(ledger)]]);
}

function write(writes: Writes): string[] {
  const files = [...writes.keys()];
  if (files.length > 0 && isFrozen())
    throw new Refusal(`Nothing was written: ${files.join(', ')} may only be read here.`);
  for (const [file, text] of writes) {
    const path = toPath(root, file);
    if (text !== null) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      continue;
    }
    rmSync(path);
    try {
      rmdirSync(dirname(path));
    } catch {} // pictures may be left there
  }
  return files;
}

function told(wrote: readonly string[], problems: readonly Problem[], json: boolean): number {
  if (json) console.log(JSON.stringify({ version: 1, wrote, problems }, null, 2));
  else {
    for (const file of wrote) console.log(`Wrote ${file}. Commit it with your text.`);
    for (const problem of problems) console.error(formatProblem(problem));
  }
  return problems.length > 0 ? 1 : 0;
}

function status(library: LedgerStates, json: boolean): number {
  const problems = ledgerProblems(library);
  const facts = { version: 1, ...statusFacts(library), problems };
  console.log(json ? JSON.stringify(facts, null, 2) : statusTables(library));
  if (!json) for (const problem of problems) console.error(formatProblem(problem));
  return problems.length > 0 || (isFrozen() && staleProblems(staleFiles(library)).length > 0) ? 1 : 0;
}

function explain(library: LedgerStates, id: string, json: boolean): number {
  const essay = writtenEssay(id);
  if (essay) {
    const now = essayInWords(essay, library);
    if (now === null) throw new Refusal(`No essay was ever published at \`${essayAddress(essay)}\`.`);
    console.log(json ? JSON.stringify({ essay, now }, null, 2) : now);
    return 0;
  }
  const place = writtenPlace(library, id);
  const { source, ledger } = place.ledger;
  const anchor = ledger.anchors.find((one) => one.id === place.id) ?? null;
  const facts = { essay: source.slug, id: place.id, anchor, now: placeNow(place) };
  console.log(json ? JSON.stringify(facts, null, 2) : placeInWords(place));
  return 0;
}
