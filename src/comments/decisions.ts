import { formatProblem } from '../document/problem.ts';
import { pathFromRoot } from '../paths.ts';
import { approved, replyTo } from './approve.ts';
import type { Comment } from './comment.ts';
import { approvedIds, readComments, writeComment } from './comment-folder.ts';
import type { KnownEssay } from './known-essays.ts';
import type { Pending, PendingBox } from './pending.ts';

/** Where decisions are made. */
export interface Desk {
  box: PendingBox;
  essays: readonly KnownEssay[];
  /** `2026-02-28T09:30:00Z`. */
  now: string;
}

/** What a decision wrote, and what the author should know; or why nothing was done. */
export type Outcome = { files: string[]; remarks: string[] } | { refused: string };

/**
 * Approves submissions: each becomes a file beside its essay. Where one cannot be approved, none is.
 * @param essay the slug of the essay to which they belong; null for the one that was found
 */
export function approve(desk: Desk, all: readonly Pending[], essay: string | null): Outcome {
  const made: { slug: string; comment: Comment }[] = [];
  const refused: string[] = [];
  for (const pending of all) {
    const { id } = pending.submission;
    const slug = essay ?? pending.essay;
    const comment = approved(pending);
    if (slug === null || !desk.essays.some((one) => one.slug === slug))
      refused.push(
        `\`${id}\` belongs to no essay that is known. Say to which: npm run comments -- approve ${id} --essay SLUG`,
      );
    else if (typeof comment === 'string')
      refused.push(`${comment} It lies in ${pathFromRoot(desk.box.pathOf(id))}.`);
    else made.push({ slug, comment });
  }
  if (refused.length > 0) return { refused: refused.join('\n') };
  const files = made.map(({ slug, comment }) => writeComment(slug, comment));
  desk.box.decide(all, 'approved');
  return { files, remarks: made.flatMap(({ slug, comment }) => remarks(desk, slug, comment)) };
}

/**
 * Answers a comment as the essay's author; one that waits is approved with it.
 * @param name who answers; null where that is not known
 */
export function reply(desk: Desk, id: string, name: string | null, text: string): Outcome {
  if (text.trim() === '')
    return { refused: 'The answer is empty. Write it in quotation marks after the id.' };
  const waiting = desk.box.get(id);
  const isApproved = (one: KnownEssay) => approvedIds(one.slug).has(id);
  if (!waiting && !desk.essays.some(isApproved))
    return { refused: `There is no comment \`${id}\`, neither approved nor waiting.` };
  if (name === null) return { refused: 'Say who answers: --name "Your name"' };
  const outcome = waiting ? approve(desk, [waiting], null) : { files: [], remarks: [] };
  if ('refused' in outcome) return outcome;
  const slug = desk.essays.find(isApproved)?.slug ?? '';
  const { comments, problems } = readComments(slug);
  const comment = comments.find((one) => one.id === id);
  if (!comment) return { refused: problems.map(formatProblem).join('\n') };
  const file = writeComment(slug, replyTo(comment, name, text, desk.now));
  return { files: [...outcome.files, file], remarks: outcome.remarks };
}

/** Who answers comments on an essay, where the author does not say: the first of its authors. */
export function authorFor(desk: Desk, id: string): string | null {
  const slug = desk.box.get(id)?.essay ?? null;
  const essay = desk.essays.find((one) => one.slug === slug || approvedIds(one.slug).has(id));
  return essay?.authors[0] ?? null;
}

function remarks(desk: Desk, slug: string, { id, block, parent, text }: Comment): string[] {
  const ids = desk.essays.find((one) => one.slug === slug)?.ids ?? new Set();
  const lost = block !== null && ids.size > 0 && !ids.has(block);
  return [
    ...(lost ? [`\`${id}\` belongs to \`#${block}\`, which was never published in \`${slug}\`.`] : []),
    ...(parent !== null && !approvedIds(slug).has(parent)
      ? [`\`${id}\` answers \`${parent}\`, which is not approved on \`${slug}\`.`]
      : []),
    ...(text.includes('[e-mail address removed]') ? [`An e-mail address was taken out of \`${id}\`.`] : []),
  ];
}
