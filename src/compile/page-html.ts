import type { Element, Properties, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { SKIP, visit } from '../document/visit.ts';
import { isBeside } from './collected.ts';

/** Pictures that are made in AVIF as well: those that do not move. */
const still = /\.(?:jpe?g|png)$/i;

/** Widths of those in AVIF, in pixels: a column of text on a screen of one and of two pixels to a CSS pixel. Each takes a second to make. */
const avifWidths = [640, 1280];

/**
 * The body of a document as HTML for its page. A picture beside the text becomes what Astro expects there: it makes
 * the sizes in WebP and writes the address. One that does not move is offered in AVIF before.
 * @param body without nodes of MDX
 */
export function pageHtml(body: Root): string {
  const tree = structuredClone(body);
  const count = new Map<string, number>();
  visit(tree, 'element', (node, index, parent) => {
    const { src, className, ...rest } = node.properties;
    if (node.tagName !== 'img' || !isBeside(src)) return;
    const number = count.get(src) ?? 0;
    count.set(src, number + 1);
    const picture = { ...rest, src: decodeURI(src), index: number };
    node.properties = { ...(className ? { className } : {}), ...madeByAstro(picture) };
    const isInPicture = parent?.type === 'element' && parent.tagName === 'picture';
    if (!parent || index === undefined || isInPicture || !still.test(picture.src)) return;
    parent.children[index] = withAvif(node, picture);
    return SKIP;
  });
  return toHtml(tree);
}

function withAvif(image: Element, { src, width, height }: Properties & { src: string }): Element {
  const size = width === undefined ? { widths: avifWidths } : { width, height };
  return h('picture', [
    h('source', { type: 'image/avif', ...madeByAstro({ src, format: 'avif', ...size }) }),
    image,
  ]);
}

function madeByAstro(picture: Record<string, unknown>): Properties {
  return { __ASTRO_IMAGE_: JSON.stringify(picture) };
}
