import { essayAddress, fragmentAddress } from '../document/address.ts';
import type { Problem } from '../document/problem.ts';
import type { Fault } from './conflict.ts';

import type { LedgerState } from './load-ledger.ts';

/**
 * What stops the build, where, and the ways on.
 * @param elsewhere the address of the same words in another essay, where they stand there
 */
export function faultProblem(
  fault: Fault,
  { source, found, resolution }: LedgerState,
  elsewhere: string | null,
): Problem {
  const { id, what, text, after, guess } = fault;
  const isFirst = what === 'lost' && after < 0;
  const place = found.lines[isFirst ? 0 : what === 'lost' ? after : (guess ?? after)];
  const line = (what === 'lost' && !isFirst ? place?.last : place?.first) || 1;
  const link = fragmentAddress(essayAddress(source.slug), id);
  const now = guess === null ? '' : (resolution.ids[guess] ?? '');
  return {
    file: source.file,
    line,
    message: `${sentence[isFirst ? 'lostFirst' : what](id, text, now)}\n${waysOn(fault, link, now, elsewhere)}`,
  };
}

const sentence: Record<Fault['what'] | 'lostFirst', (id: string, text: string, now: string) => string> = {
  lost: (id, text) =>
    `Published text is gone, to which links may lead (\`#${id}\`). It stood after this line: “${text}”`,
  lostFirst: (id, text) =>
    `Published text is gone, to which links may lead (\`#${id}\`). It stood before this line: “${text}”`,
  renamed: (id, text, now) =>
    `The id \`${id}\` is published and was changed to \`${now}\`. It stands on: “${text}”`,
  reused: (id, text) =>
    `The id \`${id}\` was published for another text and may not be used again. It stood on: “${text}”`,
  drifted: (id, text) =>
    `The text of \`#${id}\` has little left of what was published under it. It was last: “${text}”`,
};

/** The ways on, each as a line that can be copied. */
function waysOn({ what, id }: Fault, link: string, now: string, elsewhere: string | null): string {
  const target = elsewhere ?? (now === '' || now === id ? 'id-of-another-place' : now);
  const lines: Record<Fault['what'], string[]> = {
    lost: [
      '  restore     put the text back',
      `  redirect    npm run anchors -- redirect ${link} ${target}`,
      `  retire      npm run anchors -- retire ${link} --why "what a reader should know"`,
    ],
    renamed: [
      `  restore     write \`${id}\` again`,
      `  redirect    npm run anchors -- redirect ${link} ${target}`,
      `  retire      npm run anchors -- retire ${link} --why "what a reader should know"`,
    ],
    reused: [
      '  restore     give the new text an id of its own',
      `  accept      npm run anchors -- accept ${link}    if it says the same in other words`,
    ],
    drifted: [
      '  restore     put the text back, or give the new one a paragraph of its own',
      `  accept      npm run anchors -- accept ${link}    if it still says what a link to it means`,
    ],
  };
  if (what === 'lost' && now !== '')
    lines.lost.splice(
      1,
      0,
      `  accept      npm run anchors -- accept ${link}    if \`#${now}\` says the same in other words`,
    );
  return lines[what].join('\n');
}
