import { z } from 'zod';
import { articleMarkdown } from './article-markdown.ts';
import { dayOf } from './calendar-day.ts';
import type { Export, Post, Remark } from './post.ts';
import { cut } from './post-fields.ts';

const text = z.string().nullish();
const link = z
  .looseObject({
    post_id: z.unknown().optional(),
    tag_id: z.unknown().optional(),
    author_id: z.unknown().optional(),
    user_id: z.unknown().optional(),
  })
  .partial();
const named = z.looseObject({ id: z.unknown().optional(), name: z.string() });

const data = z.looseObject({
  posts: z.array(
    z.looseObject({
      id: z.unknown().optional(),
      title: z.string(),
      slug: z.string(),
      html: text,
      plaintext: text,
      status: text,
      type: text,
      visibility: text,
      page: z.unknown().optional(),
      published_at: z.union([z.string(), z.number()]).nullish(),
      created_at: z.union([z.string(), z.number()]).nullish(),
      custom_excerpt: text,
      feature_image: text,
      canonical_url: text,
      locale: text,
      author_id: z.unknown().optional(),
    }),
  ),
  tags: z.array(named).default([]),
  users: z.array(named).default([]),
  posts_tags: z.array(link).default([]),
  posts_authors: z.array(link).default([]),
  settings: z.array(z.looseObject({ key: z.string(), value: z.unknown() })).default([]),
});

const file = z.union([
  z.looseObject({ db: z.array(z.looseObject({ data })).min(1) }).transform(({ db }) => db[0]?.data),
  z.looseObject({ data }).transform((whole) => whole.data),
]);

/** Ghost's export (Settings → Labs → Export): one JSON file. Null where the JSON is something else. */
export function fromGhost(name: string, json: unknown): Export | null {
  const read = file.safeParse(json);
  if (!read.success || read.data === undefined) return null;
  const { posts, tags, users, posts_tags, posts_authors, settings } = read.data;
  const remarks: Remark[] = [];
  const nameOf = (list: typeof tags, id: unknown) =>
    list.find((one) => String(one.id) === String(id))?.name ?? null;
  const url = settings.find(({ key }) => key === 'url')?.value;
  const taken = posts.flatMap((post): Post[] => {
    const source = `${name} (${post.title})`;
    if (post.type === 'page' || post.page === 1 || post.page === true) {
      remarks.push({
        file: name,
        line: 0,
        what: `the page “${post.title}” was not taken in (/${post.slug}/)`,
      });
      return [];
    }
    const ofPost: Remark[] = [];
    const note = (what: string) => void ofPost.push({ file: source, line: 0, what });
    const html = (post.html ?? '').replaceAll(/<!--kg-card[^>]*-->/g, '').replaceAll('__GHOST_URL__', '');
    if (html === '' && (post.plaintext ?? '') === '')
      note('it has no HTML in the export; write its text here');
    const picture = post.feature_image ?? '';
    if (picture !== '')
      note(`its picture at the top is not used here: ${picture.replace('__GHOST_URL__', '')}`);
    const authors = posts_authors.filter(({ post_id }) => String(post_id) === String(post.id));
    const writers = authors.length > 0 ? authors.map(({ author_id }) => author_id) : [post.author_id];
    const topics = posts_tags
      .filter(({ post_id }) => String(post_id) === String(post.id))
      .flatMap(({ tag_id }) => nameOf(tags, tag_id) ?? [])
      .filter((topic) => !topic.startsWith('#')); // Ghost's internal tags
    const excerpt = (post.custom_excerpt ?? '').replaceAll(/\s+/g, ' ').trim();
    const canonical = post.canonical_url ?? '';
    return [
      {
        source,
        line: 0,
        format: 'md',
        folder: '.',
        name: post.slug,
        fields: {
          title: cut(post.title.replaceAll(/\s+/g, ' ').trim() || post.slug, 160),
          description: excerpt === '' ? null : cut(excerpt, 300),
          published: dayOf(post.published_at) ?? dayOf(post.created_at),
          authors: writers.flatMap((id) => nameOf(users, id) ?? []).map((writer) => cut(writer, 120)),
          topics: [...new Set(topics.map((topic) => cut(topic, 60)))],
          draft: post.status !== 'published' || !['public', null, undefined].includes(post.visibility),
          ...(canonical.startsWith('https://') ? { canonical } : {}),
        },
        text: articleMarkdown(html, note) || (post.plaintext ?? ''),
        addresses: [`/${post.slug}/`],
        remarks: ofPost,
      },
    ];
  });
  const base = typeof url === 'string' && URL.canParse(url) ? url.replace(/\/*$/, '/') : null;
  return { kind: 'Ghost', posts: taken, remarks, base, hasComments: false, roots: ['', 'content/'] };
}
