import { absoluteAddress, essayAddress } from '../document/address.ts';
import { format, formatDate, formatList, wordsIn } from '../words/words.ts';
import type { EssayInput, EssayOutput } from './output.ts';
import { portableHtml } from './portable-html.ts';
import { linesOf } from './text-lines.ts';

/** An essay as text without any marks, a line for each paragraph. */
export const plainText: EssayOutput = {
  addresses: [{ address: '/essays/<slug>/index.txt', what: 'The essay as plain text.' }],
  files: (input) => [
    {
      path: `${essayAddress(input.essay.slug).slice(1)}index.txt`,
      content: Buffer.from(essayText(input)),
    },
  ],
};

export function essayText({ site, essay }: Pick<EssayInput, 'site' | 'essay'>): string {
  const page = absoluteAddress(essayAddress(essay.slug), site.url);
  const { title, subtitle, authors, published, updated, language } = essay.metadata;
  const date = formatDate(published, language);
  const words = wordsIn(language);
  const head = [
    title,
    ...(subtitle === undefined ? [] : [subtitle]),
    ...(authors.length === 0 ? [] : [format(words.by, { authors: formatList(authors, language) })]),
    updated === undefined
      ? date
      : [date, words.marks.stop, words.updated, words.marks.colon, formatDate(updated, language)].join(''),
    page,
  ];
  const text = linesOf(
    portableHtml(essay.body(), { page, base: site.url, fragments: 'inside', drawings: 'files' }),
  );
  return `${head.join('\n')}\n\n\n${text}\n`;
}
