import { idFrom } from '../comment-id.ts';
import type { Reported } from '../submission.ts';
import { typedHtmlToMarkdown } from './html-to-markdown.ts';
import { type Parsed, sorted } from './parsed.ts';
import { childText, cutOff, elementsNamed, type XmlElement, xmlTree } from './xml-tree.ts';

/** WordPress' export (WXR): `<item>` for each post, with a `<wp:comment>` for each comment. */
export function fromWordPress(xml: string): Parsed {
  const { root, errors } = xmlTree(xml);
  const [channel = root] = elementsNamed('channel', root);
  const blog = childText(channel, 'wp:base_blog_url') || childText(channel, 'link');
  const records = elementsNamed('item', channel).flatMap((item) =>
    item.children.filter(({ name }) => name === 'wp:comment').map((comment) => ({ item, comment })),
  );
  const parsed = sorted(
    records,
    ({ item, comment }) => reported(blog, item, comment),
    ({ comment }) => `comment ${childText(comment, 'wp:comment_id')}`,
  );
  parsed.skipped.push(...errors.map((error) => ({ record: 'the XML', reason: `has an error at ${error}` })));
  return parsed;
}

function reported(blog: string, item: XmlElement, comment: XmlElement): Reported | string {
  if (!comment.isWhole) return cutOff;
  const type = childText(comment, 'wp:comment_type');
  if (/^(?:pingback|trackback)$/.test(type)) return `is a ${type}, not a comment`;
  const state = childText(comment, 'wp:comment_approved');
  if (/trash/.test(state)) return 'was in the trash at WordPress';
  const parent = childText(comment, 'wp:comment_parent');
  const key = (id: string) => ['wordpress', blog, id];
  return {
    kind: 'wordpress',
    key: key(childText(comment, 'wp:comment_id')),
    page: {
      slug: childText(item, 'wp:post_name'),
      title: childText(item, 'title'),
      address: childText(item, 'link'),
    },
    parent: /^0?$/.test(parent) ? '' : idFrom(key(parent)),
    name: childText(comment, 'wp:comment_author'),
    email: childText(comment, 'wp:comment_author_email'),
    website: childText(comment, 'wp:comment_author_url'),
    date: dateOf(comment),
    text: typedHtmlToMarkdown(childText(comment, 'wp:comment_content')),
    doubts: state === 'spam' ? ['WordPress held it for spam'] : [],
  };
}

/** WordPress writes zeros where it does not know the time in UTC. */
function dateOf(comment: XmlElement): string {
  const utc = childText(comment, 'wp:comment_date_gmt');
  return utc === '' || utc.startsWith('0000') ? childText(comment, 'wp:comment_date') : utc;
}
