import { essayAddress, fragmentAddress } from '../document/address.ts';
import { type Problem, problem } from '../document/problem.ts';
import type { Conflict } from './conflict.ts';
import type { LedgerState } from './load-ledger.ts';

/**
 * The message about a conflict, with its line and every solution.
 * @param elsewhere the address of the same text in another essay; null where no other has it
 */
export function conflictProblem(
  conflict: Conflict,
  { source, found, resolution }: LedgerState,
  elsewhere: string | null,
): Problem {
  const { id, what, text, after, guess } = conflict;
  const link = fragmentAddress(essayAddress(source.slug), id);
  const currentId = guess === null ? '' : (resolution.ids[guess] ?? '');
  const values = { id, text, currentId, solutions: solutions(conflict, link, currentId, elsewhere) };
  const { file } = source;
  if (what !== 'lost') {
    const line = found.lines[guess ?? after]?.first || 1;
    return problem(`anchors/${what}`, values, { file, line });
  }
  const line = (after < 0 ? found.lines[0]?.first : found.lines[after]?.last) || 1;
  const where = after < 0 ? 'before' : 'after';
  return problem('anchors/lost', { ...values, where }, { file, line });
}

/** The solutions, each a line that can be copied. */
function solutions(
  { what, id }: Conflict,
  link: string,
  currentId: string,
  elsewhere: string | null,
): string {
  const target = elsewhere ?? (currentId === '' || currentId === id ? 'another-id' : currentId);
  const restore = (how: string) => `  restore     ${how}`;
  const accept = (when: string) => `  accept      npm run anchors -- accept ${link}    if ${when}`;
  const redirect = `  redirect    npm run anchors -- redirect ${link} ${target}`;
  const retire = `  retire      npm run anchors -- retire ${link} --why "what a reader should know"`;
  const sameMeaning = currentId === '' ? [] : [accept(`\`#${currentId}\` says the same in other words`)];
  const lines: Record<Conflict['what'], string[]> = {
    lost: [restore('put the text back'), ...sameMeaning, redirect, retire],
    renamed: [restore(`write \`${id}\` again`), redirect, retire],
    reused: [restore('give the new text another id'), accept('it says the same in other words')],
    drifted: [
      restore('put the text back, or write the new one in another paragraph'),
      accept('it still says what a link to it means'),
    ],
  };
  return lines[what].join('\n');
}
