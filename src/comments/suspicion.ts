import { limits } from '../document/comment-limits.ts';
import { hasAddress } from './e-mail-address.ts';
import type { Submission } from './submission.ts';

/** Fewer seconds than it takes a person to read the form's labels and write a word. */
const quickest = 3;

/** More links than a reader's comment has. */
const mostLinks = 3;

/**
 * Why a submission may be spam or may need another look before it is approved, each as a sentence. Nothing is asked of
 * anybody else, and nothing is deleted for it.
 * @param blocklist words and phrases, as `readBlocklist` gives them
 * @param now the time of the import, `2026-02-28T09:30:00Z`
 */
export function suspicions(submission: Submission, blocklist: readonly string[], now: string): string[] {
  const { name, website, quote, email, text, date } = submission;
  const links = text.match(/https?:\/\/|www\./gi)?.length ?? 0;
  const everything = [name, website ?? '', quote ?? '', email, text].map(folded).join('\n');
  const blocked = blocklist.filter((word) => containsWord(everything, word));
  const reasons: [boolean, string][] = [
    [submission.trap !== '', `The field that people do not see was filled in: \`${submission.trap}\`.`],
    [
      submission.elapsed !== null && submission.elapsed < quickest,
      `It was sent ${submission.elapsed} seconds after the page was loaded.`,
    ],
    [links > mostLinks, `It has ${links} links.`],
    [
      text.length > limits.text,
      `It has ${text.length} characters; ${limits.text} are the most that can be approved.`,
    ],
    [/<a\s[^>]*href|\[url[=\]]/i.test(text), 'It has links written in HTML or BBCode.'],
    [/https?:|www\./i.test(name), 'The name has an address in it.'],
    [
      blocked.length > 0,
      `It has words of the block list: ${blocked.map((word) => `\`${word}\``).join(', ')}.`,
    ],
    [date !== null && date.slice(0, 10) > dayAfter(now), `Its date, ${date}, is in the future.`],
    [
      [name, quote ?? '', text].some((part) => hasAddress(part, email)),
      'There is an e-mail address in it, which will be taken out.',
    ],
  ];
  const own = reasons.flatMap(([holds, reason]) => (holds ? [reason] : []));
  return [...submission.doubts.map((doubt) => `${doubt[0]?.toUpperCase()}${doubt.slice(1)}.`), ...own];
}

/** The words and phrases of a block list: one a line; a line that begins with `#` is a remark. */
export function readBlocklist(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => folded(line.trim()))
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Wide and styled letters become plain ones, and case does not count. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** A word that is part of another one does not count. */
function containsWord(text: string, word: string): boolean {
  const inside = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = inside.test(text[at - 1] ?? '') && inside.test(word[0] ?? '');
    const after = inside.test(text[at + word.length] ?? '') && inside.test(word.at(-1) ?? '');
    if (!before && !after) return true;
  }
  return false;
}

function dayAfter(moment: string): string {
  return new Date(Date.parse(moment) + 86_400_000).toISOString().slice(0, 10);
}
