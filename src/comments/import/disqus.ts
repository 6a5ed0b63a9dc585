import { idFrom } from '../comment-id.ts';
import type { Page } from '../submission.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { type Parsed, sorted } from './parsed.ts';
import { childText, cutOff, elementsNamed, type XmlElement, xmlTree } from './xml-tree.ts';

/** Disqus' export: https://docs.disqus.com/developers/export/ (`<thread>` for each page, `<post>` for each comment). */
export function fromDisqus(xml: string): Parsed {
  const { root, errors } = xmlTree(xml);
  const [disqus = root] = elementsNamed('disqus', root);
  const pages = new Map<string, Partial<Page>>(
    disqus.children
      .filter(({ name }) => name === 'thread')
      .map((thread) => {
        const address = childText(thread, 'link');
        return [idOf(thread), { slug: childText(thread, 'id'), title: childText(thread, 'title'), address }];
      }),
  );
  const posts = disqus.children.filter(({ name }) => name === 'post');
  const parsed = sorted(
    posts,
    (post) => {
      if (!post.isWhole) return cutOff;
      if (childText(post, 'isDeleted') === 'true') return 'was deleted at Disqus';
      const author = child(post, 'author');
      const parent = idOf(child(post, 'parent'));
      return {
        kind: 'disqus',
        key: key(idOf(post)),
        page: pages.get(idOf(child(post, 'thread'))) ?? {},
        parent: parent === '' ? '' : idFrom(key(parent)),
        name: author ? childText(author, 'name') : '',
        email: author ? childText(author, 'email') : '',
        date: childText(post, 'createdAt'),
        text: htmlToMarkdown(childText(post, 'message')),
        doubts: childText(post, 'isSpam') === 'true' ? ['Disqus held it for spam'] : [],
      };
    },
    (post) => `post ${idOf(post)}`,
  );
  parsed.skipped.push(...errors.map((error) => ({ record: 'the XML', reason: `has an error at ${error}` })));
  return parsed;
}

function key(id: string): string[] {
  return ['disqus', id];
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((one) => one.name === name);
}

function idOf(element: XmlElement | undefined): string {
  return element?.attributes['dsq:id'] ?? '';
}
