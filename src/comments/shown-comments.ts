import { essayAddress, fragmentAddress } from '../document/address.ts';
import type { BlockIds } from '../document/block-ids.ts';
import type { FoundBlocks } from '../document/found-blocks.ts';
import type { CommentOrPlace, Passage, ShownComment } from '../document/shown-comment.ts';
import type { Comment } from './comment.ts';
import { byDate } from './comment-folder.ts';
import { commentTree } from './safe-markdown.ts';

/** The most characters of a passage that are shown where no words of it were selected. */
const longestOpening = 80;

/** What the comments of an essay are shown with. */
export interface CommentSetting {
  slug: string;
  /** Which id stands on which block of the essay, and what became of those that stood there. */
  ids: BlockIds;
  /** What it holds that can have an id. */
  found: FoundBlocks;
  /** Ids of comments that were shown and whose files are gone. */
  removed: readonly string[];
  /** Comments that wait for approval. */
  pending: readonly Comment[];
}

/**
 * The comments of an essay as they are shown: their texts as trees, each with the place where its passage stands now.
 * What was removed keeps its place: before the first answer to it, else at the end.
 */
export function shownComments(approved: readonly Comment[], setting: CommentSetting): CommentOrPlace[] {
  const passageOf = passageFinder(setting);
  const known = new Set(approved.map(({ id }) => id));
  const pending = setting.pending.filter(({ id }) => !known.has(id));
  const waiting = new Set(pending);
  const comments = [...approved, ...pending].sort(byDate).map(
    (comment): ShownComment => ({
      id: comment.id,
      name: comment.name,
      website: comment.website,
      date: comment.date,
      isAuthor: comment.role === 'author',
      isPending: waiting.has(comment),
      parent: comment.parent,
      passage: comment.block === null ? null : passageOf(comment.block),
      quote: comment.quote,
      body: commentTree(comment.text),
    }),
  );
  const left = new Set(setting.removed);
  const placed = comments.flatMap((comment): CommentOrPlace[] =>
    comment.parent !== null && left.delete(comment.parent)
      ? [removedComment(comment.parent), comment]
      : [comment],
  );
  return [...placed, ...[...left].map(removedComment)];
}

function removedComment(id: string): CommentOrPlace {
  return { id, parent: null, isRemoved: true };
}

/** Finds where the block with an id is, through what the ledger says of it. */
function passageFinder({ slug, ids, found }: CommentSetting): (block: string) => Passage {
  const here = new Map<string, string>([...found.usedIds, ...ids.ids].map((id) => [id, id]));
  const openings = new Map(ids.ids.map((id, index) => [id, openingOf(found.blocks[index]?.text ?? '')]));
  ids.previous.forEach((previous, index) => {
    for (const id of previous) here.set(id, ids.ids[index] ?? id);
  });
  const elsewhere = new Map<string, string | null>();
  for (const { id, also, to } of ids.tombstones) for (const one of [id, ...also]) elsewhere.set(one, to);
  return (id) => {
    const block = here.get(id) ?? null;
    if (block === null) return { address: elsewhere.get(id) ?? null, block, opening: null };
    const opening = openings.get(block) ?? null;
    return { address: fragmentAddress(essayAddress(slug), block), block, opening };
  };
}

/** The first words of a text; null where it has none. */
function openingOf(text: string): string | null {
  const line = text.slice(0, 400).replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longestOpening) return line === '' ? null : line;
  return `${line
    .slice(0, longestOpening)
    .replace(/\s+\S*$/, '')
    .toWellFormed()}…`;
}
