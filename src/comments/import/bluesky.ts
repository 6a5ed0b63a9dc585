import type { PhrasingContent } from 'mdast';
import { z } from 'zod';
import { idFrom } from '../comment-id.ts';
import type { Page, Reported } from '../submission.ts';
import { phrasesToMarkdown } from './html-to-markdown.ts';
import { addressIn, objectsIn, text } from './json-fields.ts';
import { type Parsed, sorted } from './parsed.ts';

/** A stretch of a post's text, in bytes of UTF-8, and what it is; links have a `uri`. */
const facet = z.object({
  index: z.object({ byteStart: z.number(), byteEnd: z.number() }),
  features: z.array(z.object({ uri: text })),
});

const postSchema = z.object({
  uri: z.string(),
  author: z.object({
    did: z.string(),
    handle: text,
    displayName: text,
    labels: z.array(z.object({ val: text })).nullish(),
  }),
  record: z.object({
    text: z.string(),
    createdAt: text,
    facets: z.array(z.unknown()).nullish(),
    embed: z.object({ external: z.object({ uri: text }).nullish() }).nullish(),
  }),
});

type Post = z.infer<typeof postSchema>;

const threadSchema = z.object({ post: postSchema, replies: z.array(z.unknown()).nullish() });

const gone = z.object({
  $type: text,
  uri: text,
  notFound: z.boolean().nullish(),
  blocked: z.boolean().nullish(),
});

/** True for what Bluesky's `app.bsky.feed.getPostThread` answers. */
export function isBluesky(json: unknown): boolean {
  return [...objectsIn(json)].some((one) => threadSchema.safeParse(one).success);
}

interface Entry {
  value: unknown;
  parent: string;
  root: Post;
}

/** The replies under the post that announced an essay. The post itself is the announcement, no comment. */
export function fromBluesky(json: unknown): Parsed {
  const entries: Entry[] = [];
  for (const found of objectsIn(json, (one) => threadSchema.safeParse(one).success)) {
    const read = threadSchema.safeParse(found);
    if (!read.success) continue;
    const root = read.data.post;
    const open: Entry[] = (read.data.replies ?? []).map((value) => ({ value, parent: '', root }));
    for (let one = open.shift(); one; one = open.shift()) {
      entries.push(one);
      const thread = threadSchema.safeParse(one.value);
      if (!thread.success) continue;
      const parent = idFrom(key(thread.data.post));
      for (const value of thread.data.replies ?? []) open.push({ value, parent, root });
    }
  }
  return sorted(entries, reported, ({ value }, index) => `reply ${uriOf(value) || index + 1}`);
}

function reported({ value, parent, root }: Entry): Reported | string {
  const read = threadSchema.safeParse(value);
  if (!read.success) return whyGone(value);
  const { post } = read.data;
  const { author, record } = post;
  if (author.labels?.some(({ val }) => val === '!no-unauthenticated'))
    return 'is by someone who asks not to be shown to people who are not signed in there';
  return {
    kind: 'bluesky',
    key: key(post),
    page: pageOf(root),
    address: `https://bsky.app/profile/${author.did}/post/${post.uri.replace(/^.*\//, '')}`,
    parent,
    role: author.did === root.author.did ? 'author' : null,
    name: author.displayName || author.handle,
    website: `https://bsky.app/profile/${author.handle || author.did}`,
    date: record.createdAt,
    text: phrasesToMarkdown(phrases(record)),
  };
}

function whyGone(value: unknown): string {
  const read = gone.safeParse(value);
  if (read.success && (read.data.notFound || read.data.$type.endsWith('#notFoundPost')))
    return 'was deleted at Bluesky';
  if (read.success && (read.data.blocked || read.data.$type.endsWith('#blockedPost')))
    return 'is by someone who blocks the account that asked';
  return 'is not a post: it has no `uri`, `author` or `record`';
}

function pageOf({ record }: Post): Partial<Page> {
  const inText = phrases(record).find((one) => one.type === 'link')?.url ?? '';
  return { address: record.embed?.external?.uri || inText || addressIn(record.text) };
}

/** The text in order, with its links. A stretch that overlaps another or has no link is plain text. */
function phrases({ text: words, facets }: Post['record']): PhrasingContent[] {
  const bytes = Buffer.from(words, 'utf8');
  const links = (facets ?? [])
    .flatMap((value) => {
      const read = facet.safeParse(value);
      const uri = read.success ? (read.data.features.find((one) => one.uri !== '')?.uri ?? '') : '';
      return read.success && /^https?:/i.test(uri) ? [{ ...read.data.index, uri }] : [];
    })
    .sort((a, b) => a.byteStart - b.byteStart);
  const made: PhrasingContent[] = [];
  let end = 0;
  const plain = (to: number): PhrasingContent => ({ type: 'text', value: bytes.toString('utf8', end, to) });
  for (const { byteStart, byteEnd, uri } of links) {
    if (byteStart < end || byteEnd <= byteStart || byteEnd > bytes.length) continue;
    const label = bytes.toString('utf8', byteStart, byteEnd);
    made.push(plain(byteStart), { type: 'link', url: uri, children: [{ type: 'text', value: label }] });
    end = byteEnd;
  }
  return [...made, plain(bytes.length)];
}

function key({ uri }: Post): string[] {
  return ['bluesky', uri];
}

function uriOf(value: unknown): string {
  const read = z
    .union([
      z.object({ post: z.object({ uri: z.string() }) }).transform(({ post }) => post),
      z.object({ uri: z.string() }),
    ])
    .safeParse(value);
  return read.success ? read.data.uri : '';
}
