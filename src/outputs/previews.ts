import type { Element, ElementContent } from 'hast';
import { selectAll } from 'hast-util-select';
import { h } from 'hastscript';
import { absoluteAddress, essayAddress } from '../document/address.ts';
import { isCommentCount } from '../document/comment-counts.ts';
import { direction } from '../document/essay.ts';
import { sectionContents } from '../document/section-contents.ts';
import { textForm } from '../document/text-form.ts';
import { xmlElement, xmlFile } from './book/xml.ts';
import { excerpt } from './excerpt.ts';
import type { EssayInput, EssayOutput } from './output.ts';
import { portableHtml } from './portable-html.ts';
import { withoutIds } from './without-ids.ts';

/** What a page shows of an essay, its sections, notes and references when a reader rests on a link to one. */
export const previews: EssayOutput = {
  addresses: [
    {
      address: '/essays/<slug>/previews.xml',
      what: 'What a page shows of the essay, its sections, notes and references beside a link to them.',
    },
  ],
  files: (input) => [
    {
      path: `${essayAddress(input.essay.slug).slice(1)}previews.xml`,
      content: Buffer.from(xmlFile(previewsOf(input))),
    },
  ],
};

/**
 * The previews of an essay: a `<section>` for each, with the id that it shows in `data-of`, empty for the essay. It is
 * XML, which a script can read without making markup of a text. Addresses in the site begin at its root.
 */
export function previewsOf({ site, essay }: Pick<EssayInput, 'site' | 'essay'>): Element {
  const { slug, metadata, notes, references } = essay;
  const { title, description, language } = metadata;
  const page = absoluteAddress(essayAddress(slug), site.url);
  const body = essay.body();
  const readable = (nodes: readonly ElementContent[]) => {
    const portable = portableHtml(
      { type: 'root', children: nodes.flatMap(withoutMarks) },
      { page, base: site.url, fragments: 'page' },
    );
    return withoutIds(portable).flatMap((node) => fromRoot(node, site.url));
  };
  const of = (id: string, ...content: ElementContent[]) =>
    xmlElement('section', { 'data-of': id }, ...content);
  const heading = (text: string) => h('p', { className: ['title'] }, text);
  const beginning = (nodes: readonly ElementContent[]) =>
    excerpt(readable(nodes).map(withoutLinks), language);

  const sections = sectionContents({ body }).filter(
    ({ id, isReferences }) => !isReferences && id !== 'footnote-label',
  );
  const introduction = beginning(sections.find(({ id }) => id === '')?.content ?? []);
  const items = new Map(
    selectAll('li[id]', { type: 'root', children: textForm(body) }).map((item) => [
      String(item.properties['id']),
      item,
    ]),
  );
  return xmlElement(
    'div',
    { xmlns: 'http://www.w3.org/1999/xhtml', lang: language, dir: direction(language) },
    of('', heading(title), ...(introduction.length > 0 ? introduction : [h('p', description)])),
    ...sections.flatMap(({ id, title: name, content }) =>
      id === '' ? [] : [of(id, heading(name), ...beginning(content))],
    ),
    ...[...notes, ...references].flatMap(({ id }) => {
      const item = items.get(id);
      return item ? [of(id, ...readable(item.children))] : [];
    }),
  );
}

/** Without marks of notes and ways back, which lead nowhere from a preview, and without what takes time or room. */
function withoutMarks(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  const { role } = node.properties;
  const isMark = role === 'doc-noteref' || role === 'doc-backlink' || isCommentCount(node);
  if (isMark || /^(?:img|picture|svg|audio|video|iframe)$/.test(node.tagName)) return [];
  const children = node.children.flatMap(withoutMarks);
  return node.tagName === 'sup' && children.length === 0 ? [] : [{ ...node, children }];
}

/** The words of links without the links: the only one is that to the text itself. */
function withoutLinks(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const children = node.children.map(withoutLinks);
  return node.tagName === 'a' ? h('span', children) : { ...node, children };
}

/** With addresses in the site as they are from its root, wherever that is. */
function fromRoot(node: ElementContent, base: string): ElementContent[] {
  if (node.type !== 'element') return node.type === 'text' ? [node] : [];
  const { href } = node.properties;
  const isInside = typeof href === 'string' && href.startsWith(base);
  return [
    {
      ...node,
      properties: { ...node.properties, ...(isInside ? { href: `/${href.slice(base.length)}` } : {}) },
      children: node.children.flatMap((child) => fromRoot(child, base)),
    },
  ];
}
