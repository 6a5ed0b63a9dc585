import { limits } from '../document/comment-limits.ts';
import { cleanText, cutLine } from './clean-text.ts';
import type { Comment } from './comment.ts';
import { idFrom } from './comment-id.ts';
import { withoutAddresses } from './e-mail-address.ts';
import type { Pending } from './pending.ts';

/**
 * The comment that a submission becomes. Every e-mail address in it is taken out, the writer's own in whatever way
 * it stands there.
 * @returns the comment, or why it cannot be approved, as a sentence
 */
export function approved({ submission, imported }: Pending): Comment | string {
  const { id, email, name, website, quote, origin } = submission;
  if (submission.text.length > limits.text)
    return `\`${id}\` has ${submission.text.length} characters, and ${limits.text} are the most. Shorten its \`text\`.`;
  const clean = (text: string) => withoutAddresses(text, email);
  const hasOwn = (address: string | null) => address !== null && clean(address) !== address;
  return {
    id,
    name: cutLine(clean(name), limits.name),
    website: hasOwn(website) ? null : website,
    date: submission.date ?? imported,
    block: submission.block,
    quote: quote === null ? null : cutLine(clean(quote), limits.quote),
    parent: submission.parent === id ? null : submission.parent,
    role: submission.role,
    origin: { kind: origin.kind, address: hasOwn(origin.address) ? null : origin.address },
    text: cleanText(clean(submission.text).slice(0, limits.text)),
  };
}

/**
 * The essay's author's answer to a comment.
 * @param now `2026-02-28T09:30:00Z`
 */
export function replyTo(comment: Comment, name: string, text: string, now: string): Comment {
  const words = cleanText(text);
  return {
    id: idFrom(['author', comment.id, words]),
    name,
    website: null,
    date: now,
    block: comment.block,
    quote: null,
    parent: comment.id,
    role: 'author',
    origin: { kind: 'author', address: null },
    text: words,
  };
}
