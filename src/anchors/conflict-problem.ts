import { essayAddress, fragmentAddress } from '../document/address.ts';
import type { Problem } from '../document/problem.ts';
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
  const isFirst = what === 'lost' && after < 0;
  const lines = found.lines[isFirst ? 0 : what === 'lost' ? after : (guess ?? after)];
  const line = (what === 'lost' && !isFirst ? lines?.last : lines?.first) || 1;
  const link = fragmentAddress(essayAddress(source.slug), id);
  const currentId = guess === null ? '' : (resolution.ids[guess] ?? '');
  const sentence = sentences[isFirst ? 'lostFirst' : what](id, text, currentId);
  return {
    file: source.file,
    line,
    message: `${sentence}\n${solutions(conflict, link, currentId, elsewhere)}`,
  };
}

const sentences: Record<
  Conflict['what'] | 'lostFirst',
  (id: string, text: string, currentId: string) => string
> = {
  lost: (id, text) => `The published text of \`#${id}\` is missing. It was after this line: “${text}”`,
  lostFirst: (id, text) => `The published text of \`#${id}\` is missing. It was before this line: “${text}”`,
  renamed: (id, text, currentId) =>
    `The published id \`${id}\` was changed to \`${currentId}\`. Its text is: “${text}”`,
  reused: (id, text) =>
    `The id \`${id}\` was published for another text and cannot be used again. That text was: “${text}”`,
  drifted: (id, text) =>
    `The text of \`#${id}\` has little in common with the one it was published for. It was: “${text}”`,
};

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
