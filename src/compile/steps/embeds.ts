import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import type { ComponentNode } from '../components/component.ts';
import { frameAddress } from '../frame-address.ts';
import { attributeOf } from '../jsx-element.ts';
import { positionOf, report } from '../report.ts';

/** The texts of a frame from another site, in the language of the text. */
export interface EmbedWords {
  show(title: string, host: string): string;
  open(host: string): string;
}

/** What an author says about something on another site. */
interface Given {
  src: string;
  title: string;
  /** A picture beside the text that is shown until the frame is. */
  still: string | undefined;
  height: string | undefined;
  children: Element['children'];
}

/**
 * Makes of `<iframe>` and `<Embed>` an empty frame with a link that loads it: nothing is asked of the other site
 * before a reader does, and no script is needed. Only the hosts that the site's configuration lists can be shown; any other is reported.
 */
export function embeds({ hosts, words }: { hosts: readonly string[]; words: EmbedWords }) {
  return (tree: Root, file: VFile) => {
    let number = 0;
    visit(tree, (node, index, parent) => {
      const given = node.type === 'element' ? ofElement(node) : isEmbed(node) ? ofComponent(node) : null;
      if (!given || !parent || index === undefined) return;
      const at = positionOf(file, node);
      if (given.src === '') {
        report(file, problem('text/missing-attribute', { name: 'Embed', attribute: 'src' }, at));
        parent.children.splice(index, 1);
        return index;
      }
      const address = frameAddress(given.src);
      if (!address) {
        report(file, problem('text/invalid-frame', { address: given.src }, at));
        parent.children.splice(index, 1);
        return index;
      }
      const { host } = address.frame;
      if (!hosts.includes(host)) {
        report(file, problem('text/unknown-frame', { host, page: address.page.href }, at));
        parent.children[index] = h('p', h('a', { href: address.page.href }, given.title || host));
        return;
      }
      number += 1;
      const title = given.title || address.page.host;
      const name = `frame-${number}`;
      const made = h('figure.embed', [
        ...(given.still ? [h('img', { src: given.still, alt: '' })] : []),
        h('iframe', {
          name,
          title,
          ...(given.height ? { height: given.height } : {}),
          allow: 'fullscreen; encrypted-media; picture-in-picture',
          referrerPolicy: 'strict-origin-when-cross-origin',
        }),
        h('figcaption', [
          ...given.children,
          h('a', { href: address.frame.href, target: name }, words.show(title, address.page.host)),
          ' ',
          h('a', { href: address.page.href }, words.open(address.page.host)),
        ]),
      ]);
      if (node.position) made.position = node.position;
      parent.children[index] = made;
      return index + 1;
    });
  };
}

/** True for a frame that this step made: the only ones that a text may have. */
export function isEmbedFrame(node: Element, parent: Root | Element | ComponentNode | undefined): boolean {
  return (
    node.tagName === 'iframe' &&
    node.properties['src'] === undefined &&
    node.properties['srcDoc'] === undefined &&
    /^frame-\d+$/.test(String(node.properties['name'])) &&
    parent?.type === 'element' &&
    [parent.properties['className']].flat().includes('embed')
  );
}

function isEmbed(node: { type: string }): node is ComponentNode {
  return (
    (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
    'name' in node &&
    node.name === 'Embed'
  );
}

function ofElement({ tagName, properties }: Element): Given | null {
  const { src, title, height, srcDoc } = properties;
  if (tagName !== 'iframe' || typeof src !== 'string' || srcDoc !== undefined) return null;
  const isLow = typeof height === 'number' || typeof height === 'string' ? Number(height) <= 260 : false;
  return {
    src,
    title: typeof title === 'string' ? title : '',
    still: undefined,
    height: isLow ? String(height) : undefined,
    children: [],
  };
}

function ofComponent(node: ComponentNode): Given {
  const src = attributeOf(node, 'src') ?? '';
  const children = node.children.flatMap((child) => (child.type === 'element' ? child.children : []));
  const caption = children.length > 0 ? children : textOf(attributeOf(node, 'caption'));
  return {
    src,
    title: attributeOf(node, 'title') ?? '',
    still: attributeOf(node, 'still'),
    height: attributeOf(node, 'height'),
    children: caption.length > 0 ? [...caption, { type: 'text', value: ' ' }] : [],
  };
}

function textOf(value: string | undefined): Element['children'] {
  return value === undefined ? [] : [{ type: 'text', value }];
}
