import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Html, PhrasingContent, RootContent } from 'mdast';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from '../document/visit.ts';
import { embeddedPage, isOnlyDress } from './embedded-page.ts';

/** Elements that Markdown has no sign for; they stay as they are, what is in them becomes Markdown. */
const inline = [
  'sub',
  'sup',
  'kbd',
  'mark',
  'u',
  'small',
  'ins',
  'abbr',
  'cite',
  'q',
  'ruby',
  'rt',
  'rp',
  'samp',
  'var',
];
const block = ['figure', 'figcaption', 'details', 'summary', 'aside'];

/** Elements that show nothing of the text. */
const removed = new Set([
  'style',
  'link',
  'meta',
  'template',
  'form',
  'input',
  'button',
  'select',
  'textarea',
]);

interface State {
  all(parent: Element): (RootContent | PhrasingContent)[];
}

const tag = (value: string): Html => ({ type: 'html', value });
const open = ({ tagName, properties }: Element): string =>
  toHtml({ type: 'element', tagName, properties, children: [] }).replace(/<\/[\w-]+>$/, '');

const handlers = {
  ...Object.fromEntries(
    [...inline, ...block].map((name) => [
      name,
      (state: State, node: Element) => [tag(open(node)), ...state.all(node), tag(`</${name}>`)],
    ]),
  ),
  video: (_: State, node: Element) => tag(toHtml(node)),
  audio: (_: State, node: Element) => tag(toHtml(node)),
};

/**
 * The HTML of a whole article as Markdown that shows the same.
 * @param note gets what was changed, as the end of a sentence
 */
export function articleMarkdown(html: string, note: (message: string) => void): string {
  const tree = fromHtml(html, { fragment: true });
  mend(tree, note);
  const converter = unified()
    .use(rehypeRemark, { handlers })
    .use(remarkGfm)
    .use(remarkStringify, { bullet: '-', resourceLink: true, rule: '-', emphasis: '*' });
  return converter.stringify(converter.runSync(tree)).trim();
}

/** Puts links where frames and scripts are, and takes away what this site would refuse. */
function mend(tree: Root, note: (message: string) => void): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return;
    for (const name of Object.keys(node.properties))
      if (
        /^(?:style|on[A-Z].*|className|dataset|data[A-Z].*|srcSet|sizes|loading|decoding|fetchPriority)$/.test(
          name,
        ) &&
        !isCodeLanguage(node, name)
      )
        delete node.properties[name];
    const { src, data } = node.properties;
    const source = typeof src === 'string' ? src : typeof data === 'string' ? data : '';
    if (['iframe', 'embed', 'object'].includes(node.tagName)) {
      const page = embeddedPage(source);
      if (page === null) return;
      note(`a frame became a link to ${page}`);
      parent.children[index] = paragraph(page);
    } else if (node.tagName === 'script') {
      const page = source === '' || isOnlyDress(source) ? null : embeddedPage(source);
      note(
        page === null
          ? `a script was removed (${source || 'in the text'})`
          : `a script became a link to ${page}`,
      );
      if (page !== null) parent.children[index] = paragraph(page);
      else parent.children.splice(index, 1);
      return page === null ? index : undefined;
    } else if (removed.has(node.tagName)) {
      note(`\`<${node.tagName}>\` was removed`);
      parent.children.splice(index, 1);
      return index;
    }
    return;
  });
}

function isCodeLanguage(node: Element, name: string): boolean {
  const classes = node.properties['className'];
  return (
    name === 'className' &&
    Array.isArray(classes) &&
    classes.some((one) => /^lang(?:uage)?-/.test(String(one)))
  );
}

function paragraph(address: string): ElementContent {
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: address },
    children: [{ type: 'text', value: address }],
  };
  return { type: 'element', tagName: 'p', properties: {}, children: [link] };
}
