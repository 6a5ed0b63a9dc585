import { childText, elementsNamed, type XmlElement, xmlTree } from '../comments/import/xml-tree.ts';
import { decodedAddress } from '../document/decoded.ts';
import { articleMarkdown } from './article-markdown.ts';
import { dayOf } from './calendar-day.ts';
import type { Export, Post, Remark } from './post.ts';
import { cut } from './post-fields.ts';
import { wordpressHtml } from './wordpress-html.ts';

/** True for the export of WordPress (Tools → Export). */
export function isWordPress(text: string): boolean {
  const head = text.slice(0, 4_000);
  return /<rss[\s>]/.test(head) && head.includes('wordpress.org/export');
}

/** WordPress' export (WXR): an `<item>` for each post, page and file. */
export function fromWordPress(file: string, xml: string): Export {
  const { root, errors } = xmlTree(xml);
  const [channel = root] = elementsNamed('channel', root);
  const items = elementsNamed('item', channel);
  const remarks: Remark[] = errors.map((error) => ({
    file,
    line: 0,
    what: `the XML has an error at ${error}`,
  }));
  const files = new Map(
    items.flatMap((item): [string, string][] =>
      childText(item, 'wp:post_type') === 'attachment'
        ? [[childText(item, 'wp:post_id'), childText(item, 'wp:attachment_url')]]
        : [],
    ),
  );
  const names = new Map(
    elementsNamed('wp:author', channel).map((author) => [
      childText(author, 'wp:author_login'),
      childText(author, 'wp:author_display_name'),
    ]),
  );
  const posts = items.flatMap((item): Post[] => {
    const type = childText(item, 'wp:post_type');
    const title = childText(item, 'title');
    if (type !== 'post') {
      if (type === 'page')
        remarks.push({
          file,
          line: 0,
          what: `the page “${title}” was not taken in (${childText(item, 'link')})`,
        });
      return [];
    }
    if (/^(?:trash|auto-draft)$/.test(childText(item, 'wp:status'))) {
      remarks.push({ file, line: 0, what: `the post “${title}” was not taken in: it was in the trash` });
      return [];
    }
    return [postOf(file, item, names, files)];
  });
  const base = childText(channel, 'wp:base_blog_url') || childText(channel, 'link');
  return {
    kind: 'WordPress',
    posts,
    remarks,
    base: URL.canParse(base) ? base.replace(/\/*$/, '/') : null,
    hasComments: elementsNamed('wp:comment', channel).length > 0,
    roots: [''],
  };
}

function postOf(
  file: string,
  item: XmlElement,
  names: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string>,
): Post {
  const remarks: Remark[] = [];
  const title = childText(item, 'title');
  const link = childText(item, 'link');
  const name = childText(item, 'wp:post_name');
  const source = `${file} (${title || name})`;
  const html = wordpressHtml(childText(item, 'content:encoded'), files);
  const author = childText(item, 'dc:creator');
  const excerpt = childText(item, 'excerpt:encoded')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const address = URL.canParse(link) ? new URL(link) : null;
  const picture = thumbnailOf(item, files);
  const text = articleMarkdown(html, (what) => void remarks.push({ file: source, line: 0, what }));
  if (picture !== null && !text.includes(picture))
    remarks.push({ file: source, line: 0, what: `its picture for lists is not used here: ${picture}` });
  return {
    source,
    line: 0,
    format: 'md',
    folder: '.',
    name: name || title,
    fields: {
      title: cut(title.replaceAll(/\s+/g, ' ') || name || 'Untitled', 160),
      description: excerpt === '' ? null : cut(excerpt, 300),
      published: dayOf(childText(item, 'wp:post_date')) ?? dayOf(childText(item, 'pubDate')),
      authors: author === '' ? [] : [cut(names.get(author) || author, 120)],
      topics: topicsOf(item),
      draft: childText(item, 'wp:status') !== 'publish' || childText(item, 'wp:post_password') !== '',
    },
    text,
    addresses: address === null || address.search !== '' ? [] : [decodedAddress(address.pathname)],
    remarks,
  };
}

function topicsOf(item: XmlElement): string[] {
  const topics = item.children.filter(
    ({ name, attributes }) =>
      name === 'category' && /^(?:category|post_tag)$/.test(attributes['domain'] ?? ''),
  );
  return [...new Set(topics.map(({ text }) => cut(text.trim(), 60)))].filter(
    (topic) => topic !== '' && topic !== 'Uncategorized',
  );
}

function thumbnailOf(item: XmlElement, files: ReadonlyMap<string, string>): string | null {
  const meta = item.children.find(
    (one) => one.name === 'wp:postmeta' && childText(one, 'wp:meta_key') === '_thumbnail_id',
  );
  return meta ? (files.get(childText(meta, 'wp:meta_value')) ?? null) : null;
}
