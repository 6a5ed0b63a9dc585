import { z } from 'zod';
import { idFrom } from '../comment-id.ts';
import type { Page, Reported } from '../submission.ts';
import { addressIn, id, objectsIn, text } from './json-fields.ts';
import { type Parsed, type Skipped, sorted } from './parsed.ts';

/** A list as GraphQL answers it, in either of its forms. */
const connection = z.object({
  nodes: z.array(z.unknown()).optional(),
  edges: z.array(z.object({ node: z.unknown() })).optional(),
  totalCount: z.number().optional(),
});

const person = z.object({ login: z.string(), url: text, html_url: text }).nullish();

const commentSchema = z.object({
  id,
  url: text,
  author: person,
  authorAssociation: text,
  body: z.string(),
  createdAt: text,
  deletedAt: text,
  isMinimized: z.boolean().nullish(),
  minimizedReason: text,
  replies: connection.nullish(),
});

/** A discussion (giscus) or an issue (utterances). */
const threadSchema = z.object({ title: z.string(), url: text, body: text, comments: connection });

const restComment = z.object({
  id,
  html_url: text,
  issue_url: z.string(),
  user: person,
  author_association: text,
  body: text,
  created_at: text,
});

const restIssue = z.object({ title: z.string(), url: z.string(), body: text, comments_url: z.string() });

interface Entry {
  value: unknown;
  parent: string;
  page: Partial<Page>;
}

/** True for an answer of GitHub, GraphQL or REST. */
export function isGitHub(json: unknown): boolean {
  return [...objectsIn(json)].some((one) =>
    [threadSchema, restComment, restIssue].some((schema) => schema.safeParse(one).success),
  );
}

/** The comments of discussions and issues, wherever they stand in the answers of GitHub's GraphQL or REST interface. */
export function fromGitHub(json: unknown): Parsed {
  const entries: Entry[] = [];
  const missing: Skipped[] = [];
  const pages = new Map<string, Partial<Page>>();
  const isThread = (one: object) => threadSchema.safeParse(one).success;
  for (const found of objectsIn(json, isThread)) {
    const thread = threadSchema.safeParse(found);
    if (thread.success) entries.push(...entriesOf(thread.data, missing));
    const issue = restIssue.safeParse(found);
    if (issue.success)
      pages.set(issue.data.url, { title: issue.data.title, address: addressIn(issue.data.body) });
    const comment = restComment.safeParse(found);
    if (comment.success) entries.push({ value: found, parent: '', page: { thread: comment.data.issue_url } });
  }
  const parsed = sorted(entries, reported, ({ value }, index) => `comment ${urlOf(value) || index + 1}`);
  parsed.skipped.push(...missing);
  return { ...parsed, pages };
}

function entriesOf({ title, body, comments }: z.infer<typeof threadSchema>, missing: Skipped[]): Entry[] {
  const page = { title, address: addressIn(body) };
  return itemsOf(comments, `the comments on “${title}”`, missing).flatMap((value): Entry[] => {
    const comment = commentSchema.safeParse(value);
    const replies = comment.success ? comment.data.replies : null;
    if (!comment.success || !replies) return [{ value, parent: '', page }];
    const answers = itemsOf(replies, `the replies to ${comment.data.url}`, missing);
    const parent = idFrom(key(comment.data.id));
    return [{ value, parent: '', page }, ...answers.map((answer) => ({ value: answer, parent, page }))];
  });
}

function itemsOf(list: z.infer<typeof connection>, whose: string, missing: Skipped[]): unknown[] {
  const items = list.nodes ?? list.edges?.map(({ node }) => node) ?? [];
  const left = (list.totalCount ?? 0) - items.length;
  for (let count = 0; count < left; count += 1) {
    const reason = 'is not in the file; ask GitHub for more of them at a time';
    missing.push({ record: `number ${items.length + count + 1} of ${whose}`, reason });
  }
  return items;
}

function reported({ value, parent, page }: Entry): Reported | string {
  const rest = restComment.safeParse(value);
  if (rest.success) {
    const { id: number, user, html_url: address, body, created_at: date } = rest.data;
    return {
      kind: 'utterances',
      key: key(number),
      page,
      address,
      role: roleOf(rest.data.author_association),
      name: user?.login ?? '',
      website: user?.html_url ?? '',
      date,
      text: body,
    };
  }
  const read = commentSchema.safeParse(value);
  if (!read.success) return 'is not a comment: it has no `id` or no `body`';
  const { id: node, author, url: address, body, createdAt: date, deletedAt, isMinimized } = read.data;
  if (deletedAt !== '') return 'was deleted at GitHub';
  return {
    kind: address.includes('/issues/') ? 'utterances' : 'giscus',
    key: key(node),
    page,
    address,
    parent,
    role: roleOf(read.data.authorAssociation),
    name: author?.login ?? '',
    website: author?.url ?? '',
    date,
    text: body,
    doubts: isMinimized ? [`it is hidden at GitHub (${read.data.minimizedReason || 'no reason given'})`] : [],
  };
}

function key(node: string): string[] {
  return ['github', node];
}

/** Who owns the repository of the comments owns the site. */
function roleOf(association: string): 'author' | null {
  return association === 'OWNER' ? 'author' : null;
}

function urlOf(value: unknown): string {
  const read = z.object({ url: text, html_url: text }).safeParse(value);
  return read.success ? read.data.html_url || read.data.url : '';
}
