import { z } from 'zod';
import { idFrom } from '../comment-id.ts';
import type { Page } from '../submission.ts';
import { htmlToMarkdown, plainToMarkdown } from './html-to-markdown.ts';
import { addressIn, id, objectsIn, text } from './json-fields.ts';
import { type Parsed, sorted, unreadable } from './parsed.ts';

const statusSchema = z.object({
  id,
  uri: z.string(),
  url: text,
  in_reply_to_id: id.nullish(),
  created_at: text,
  visibility: text,
  spoiler_text: text,
  content: z.string(),
  card: z.object({ url: text }).nullish(),
  account: z.object({ id, acct: text, display_name: text, url: text }),
});

type Status = z.infer<typeof statusSchema>;

const contextSchema = z.object({ ancestors: z.array(z.unknown()), descendants: z.array(z.unknown()) });

/** True for a status of Mastodon, the context of one, or both in one value. */
export function isMastodon(json: unknown): boolean {
  return [...objectsIn(json)].some(
    (one) => contextSchema.safeParse(one).success || statusSchema.safeParse(one).success,
  );
}

/**
 * The replies under the status that announced an essay: what `/api/v1/statuses/:id/context` and `/api/v1/statuses/:id`
 * answer, in one file or in two. The status itself is the announcement, no comment.
 */
export function fromMastodon(json: unknown): Parsed {
  const replies: unknown[] = [];
  const pages = new Map<string, Partial<Page>>();
  const authors = new Map<string, string>();
  const isKnown = (one: object) =>
    contextSchema.safeParse(one).success || statusSchema.safeParse(one).success;
  for (const found of objectsIn(json, isKnown)) {
    const context = contextSchema.safeParse(found);
    if (context.success) replies.push(...context.data.descendants);
    const status = statusSchema.safeParse(found);
    if (!status.success) continue;
    const { card, content, account } = status.data;
    pages.set(threadKey(status.data.id), { address: card?.url || addressIn(htmlToMarkdown(content)) });
    authors.set(status.data.id, account.id);
  }
  if (replies.length === 0 && pages.size === 0) return unreadable('holds no status and no replies');
  const known = replies.flatMap((value) => {
    const read = statusSchema.safeParse(value);
    return read.success ? [read.data] : [];
  });
  const byId = new Map(known.map((status) => [status.id, status]));
  const parsed = sorted(
    replies,
    (value) => {
      const read = statusSchema.safeParse(value);
      if (!read.success) return 'is not a status: it has no `id`, `uri`, `account` or `content`';
      const status = read.data;
      if (!/^(?:public|unlisted)$/.test(status.visibility))
        return 'was not written for everybody, so it may not be shown here';
      const root = rootOf(status, byId);
      const parent = byId.get(status.in_reply_to_id ?? '');
      const warning = plainToMarkdown(status.spoiler_text);
      return {
        kind: 'mastodon',
        key: key(status),
        page: { thread: threadKey(root) },
        address: status.url || status.uri,
        parent: parent ? idFrom(key(parent)) : '',
        role: authors.get(root) === status.account.id ? 'author' : null,
        name: status.account.display_name || status.account.acct,
        website: status.account.url,
        date: status.created_at,
        text: `${warning === '' ? '' : `**${warning}**\n\n`}${htmlToMarkdown(status.content)}`,
      };
    },
    (_, index) => `reply ${index + 1}`,
  );
  return { ...parsed, pages };
}

/** The id of the status at the beginning, which is not among the replies. */
function rootOf(status: Status, byId: ReadonlyMap<string, Status>): string {
  const seen = new Set([status.id]);
  let above = status.in_reply_to_id ?? '';
  for (let one = byId.get(above); one && !seen.has(one.id); one = byId.get(above)) {
    seen.add(one.id);
    above = one.in_reply_to_id ?? '';
  }
  return above;
}

/** The address of a status is the same on every server; its number is not. */
function key({ uri }: Status): string[] {
  return ['mastodon', uri];
}

function threadKey(status: string): string {
  return `mastodon ${status}`;
}
