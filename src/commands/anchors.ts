import './on-author-error.ts';
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve as resolvePath } from 'node:path';
import { parseArgs } from 'node:util';
import { type FileWrites, redirectEssay, retireEssay } from '../anchors/change-essay.ts';
import { acceptId, redirectId, retireId } from '../anchors/change-ledger.ts';
import { CommandError } from '../anchors/command-error.ts';
import { describeFragment, fragmentStatus } from '../anchors/describe-fragment.ts';
import { essayArgument, fragmentArgument } from '../anchors/fragment-argument.ts';
import { anchorRecord, type Ledger, ledgerText } from '../anchors/ledger.ts';
import { ledgerProblems } from '../anchors/ledger-problems.ts';
import type { LedgerState } from '../anchors/load-ledger.ts';
import type { LedgerStates } from '../anchors/load-ledgers.ts';
import { repairedFiles } from '../anchors/repair.ts';
import { staleFiles } from '../anchors/stale-files.ts';
import { describeEssay, statusRecord, statusTables } from '../anchors/status.ts';
import { redirectTranslation, translationArgument } from '../anchors/translation/redirect-translation.ts';
import { isFrozen, staleProblems } from '../anchors/update-ledgers.ts';
import { openCache } from '../cache/cache.ts';
import { readSources, type Sources } from '../compile/read-sources.ts';
import { essayAddress, fragmentAddress } from '../document/address.ts';
import { formatProblem, type Problem } from '../document/problem.ts';
import { compileLedgers } from '../library/compile-ledgers.ts';
import { siteCompiler } from '../library/site-compiler.ts';
import type { TextCompiler } from '../library/text-compiler.ts';
import { confirmedRecord, staleRecordsOf } from '../library/translation-records.ts';
import { cacheFolder, root } from '../paths.ts';
import { site } from '../site.ts';

const usage = `npm run anchors                                  the state of every published id
npm run anchors -- accept                        write the ledgers as the build does
npm run anchors -- accept ID                     the new text says the same as the published one
npm run anchors -- redirect ID NEW               the text is somewhere else now
npm run anchors -- retire ID --why "A sentence"  the text was removed
npm run anchors -- explain ID                    where an id comes from and where it leads
npm run anchors -- confirm TRANSLATION           what is marked in it is right, although the original has changed
npm run anchors -- repair                        make ledgers whole that git could not merge
An ID is /essays/slug/#id, or the id alone where only one essay has it. /essays/slug/ is the whole essay, for
redirect, retire and explain. A TRANSLATION is /essays/slug/de/, or /essays/slug/de/#id for one mark; one that was
removed is redirected to its essay. --json writes JSON, --frozen writes no file.
Exit codes: 0 no problem; 1 a problem stops the build; 2 the command is not possible.`;

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function run(): Promise<number> {
  const { json, why = '', command, id, to } = readArguments();
  const repaired = command === 'repair' && !id ? write(repairedFiles()) : [];
  const { states, sources, compiler } = await load();
  if (command === 'confirm' && id && !to)
    return printResult(write(await confirmedRecord(id, sources, states, compiler)), [], json);
  if (command === 'repair' && !id)
    return printResult(
      [...new Set([...repaired, ...write(staleTexts(states))])],
      ledgerProblems(states),
      json,
    );
  if (command === 'status' && !id) return printStatus(states, json);
  if (command === 'explain' && id) return explain(states, id, json);
  if (command === 'accept' && !id) {
    const records = await staleRecordsOf(sources, states, compiler);
    return printResult(
      write(new Map([...staleTexts(states), ...records.map(({ file, text }) => [file, text] as const)])),
      ledgerProblems(states),
      json,
    );
  }
  const writes = changesFor(states, command, id, to, why);
  if (!writes) throw new CommandError(usage);
  const written = write(writes);
  const { states: updated } = await load();
  const problems = ledgerProblems(updated);
  // while another conflict is open, only what the command asks for is written
  if (problems.length === 0) written.push(...write(staleTexts(updated)));
  return printResult([...new Set(written)], problems, json);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { why: { type: 'string' }, json: { type: 'boolean' }, frozen: { type: 'boolean' } },
    });
    const [command = 'status', id = '', to = '', more] = positionals;
    if (more !== undefined) throw new CommandError(usage);
    return { why: values.why, json: values.json ?? false, command, id, to };
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new CommandError(`${error.message}\n\n${usage}`);
    throw error;
  }
}

async function load(): Promise<{ states: LedgerStates; sources: Sources; compiler: TextCompiler }> {
  const sources = readSources(site.language);
  stopAt(sources.problems);
  const compiler = siteCompiler(openCache(cacheFolder));
  const { ledgers, problems } = await compileLedgers(sources, compiler);
  stopAt([...problems, ...ledgers.unreadable]);
  return { states: ledgers, sources, compiler };
}

function stopAt(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new CommandError(problems.map(formatProblem).join('\n'));
}

/** The files that a command changes; null where there is no such command. */
function changesFor(
  states: LedgerStates,
  command: string,
  id: string,
  to: string,
  why: string,
): FileWrites | null {
  const essay = essayArgument(id);
  const translation = translationArgument(id);
  if (translation && command === 'redirect' && to)
    return redirectTranslation(translation, essayArgument(to), states);
  if (essay && command === 'retire') return retireEssay(essay, why, states);
  if (essay && command === 'redirect' && to) {
    const target = essayArgument(to);
    if (!target) throw new CommandError(`\`${to}\` is not the address of an essay. Write /essays/slug/`);
    return redirectEssay(essay, target, states);
  }
  if (essay || !id || !['accept', 'retire', 'redirect'].includes(command)) return null;
  const from = fragmentArgument(states, id);
  if (command === 'accept') return ledgerWrite(from.state, acceptId(from.state, from.id));
  if (command === 'retire') return ledgerWrite(from.state, retireId(from.state, from.id, why));
  if (!to) return null;
  const target = fragmentArgument(states, to, from.state);
  const isSameEssay = target.state === from.state;
  const address = fragmentAddress(essayAddress(target.state.source.slug), target.id);
  return ledgerWrite(from.state, redirectId(from.state, from.id, isSameEssay ? `#${target.id}` : address));
}

function ledgerWrite({ file }: LedgerState, ledger: Ledger): FileWrites {
  return new Map([[file, ledgerText(ledger)]]);
}

function staleTexts(states: LedgerStates): FileWrites {
  return new Map(staleFiles(states).map(({ file, text }) => [file, text]));
}

/** Writes files. @returns their paths */
function write(writes: FileWrites): string[] {
  const files = [...writes.keys()];
  if (files.length > 0 && isFrozen())
    throw new CommandError(
      `Nothing was written: ${files.join(', ')} cannot be changed with --frozen or in CI.`,
    );
  for (const [file, text] of writes) {
    const path = resolvePath(root, file);
    if (text !== null) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      continue;
    }
    rmSync(path);
    try {
      rmdirSync(dirname(path));
    } catch {} // the folder may have pictures
  }
  return files;
}

/** Prints what a command wrote. The keys of the JSON are version 1 of the format of `--json`. @returns the exit code */
function printResult(wrote: readonly string[], problems: readonly Problem[], json: boolean): number {
  if (json) console.log(JSON.stringify({ version: 1, wrote, problems }, null, 2));
  else {
    for (const file of wrote) console.log(`Wrote ${file}. Commit it with your text.`);
    for (const problem of problems) console.error(formatProblem(problem));
  }
  return problems.length > 0 ? 1 : 0;
}

function printStatus(states: LedgerStates, json: boolean): number {
  const problems = ledgerProblems(states);
  const record = { version: 1, ...statusRecord(states), problems };
  console.log(json ? JSON.stringify(record, null, 2) : statusTables(states));
  if (!json) for (const problem of problems) console.error(formatProblem(problem));
  return problems.length > 0 || (isFrozen() && staleProblems(staleFiles(states)).length > 0) ? 1 : 0;
}

function explain(states: LedgerStates, argument: string, json: boolean): number {
  const essay = essayArgument(argument);
  if (essay) {
    const now = describeEssay(essay, states);
    if (now === null) throw new CommandError(`No essay was ever published at \`${essayAddress(essay)}\`.`);
    console.log(json ? JSON.stringify({ essay, now }, null, 2) : now);
    return 0;
  }
  const fragment = fragmentArgument(states, argument);
  const { source, ledger } = fragment.state;
  const anchor = ledger.anchors.find(({ id }) => id === fragment.id);
  const record = {
    essay: source.slug,
    id: fragment.id,
    anchor: anchor ? anchorRecord(anchor) : null,
    now: fragmentStatus(fragment),
  };
  console.log(json ? JSON.stringify(record, null, 2) : describeFragment(fragment));
  return 0;
}
