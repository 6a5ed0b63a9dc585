import type { Element, ElementContent, Properties, Root } from 'hast';
import { select } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { absoluteAddress } from '../document/address.ts';
import { textForm } from '../document/text-form.ts';
import { drawingNames, drawingPicture } from './drawings.ts';

/** Where a form of a text stands, for its addresses. */
export interface PortableOptions {
  /** Full address of the page of the text, with a slash at its end. */
  page: string;
  /** The site's `url`. */
  base: string;
  /** Where a link to an id of the text leads: to its page, or to the same id inside the form. */
  fragments: 'page' | 'inside';
  /** Whether a drawing (SVG) stands in the text, or in a file that the text shows as a picture. */
  drawings?: 'text' | 'files';
}

interface Context extends PortableOptions {
  /** The files of drawings. */
  names: ReadonlyMap<Element, string>;
}

/**
 * A text as plain HTML elements for forms that have neither the site's style nor its scripts: feeds, books, Markdown.
 * It has every word and every id of the text, addresses that are right anywhere, notes and references at its end, and
 * formulas as MathML with their TeX as `alttext`. It has nothing that works only in a page: links of headings to
 * themselves, regions that scroll, colours of code, counts of comments, and what repeats words for the eye alone. What
 * stands for an author's own component is what `text-form.ts` says. A frame from another site is empty before a reader asks
 * for it: what leads to it are its links.
 */
export function portableHtml(body: Root, options: PortableOptions): ElementContent[] {
  const nodes = textForm(body);
  const names = options.drawings === 'files' ? drawingNames(nodes) : new Map<Element, string>();
  return nodes.flatMap((node) => portable(node, { ...options, names }));
}

function portable(node: ElementContent, options: Context): ElementContent[] {
  if (node.type !== 'element') return [node];
  const { properties, tagName } = node;
  if (tagName === 'math') return [formula(node)];
  const drawing = options.names.get(node);
  if (drawing !== undefined) return [drawingPicture(node, `${options.page}${drawing}.svg`)];
  if (properties['ariaHidden'] === 'true' || hasClass(node, 'heading-link') || tagName === 'iframe')
    return [];
  const children = hasClass(node, 'back')
    ? [wayBack(node)]
    : node.children.flatMap((child) => portable(child, options));
  if (tagName === 'side-notes' || hasClass(node, 'heading') || isColour(node)) return children;
  if (hasClass(node, 'table') || hasClass(node, 'code')) return unwrapped(children, properties['id']);
  if (hasClass(node, 'formula'))
    return [
      { ...node, tagName: 'p', properties: { id: properties['id'], className: ['formula'] }, children },
    ];
  return [{ ...node, properties: portableProperties(node, options), children }];
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties['className']) && properties['className'].includes(name);
}

/** The sign of a link from a note or a reference back to the text, which a page has in its style. */
function wayBack({ properties }: Element): ElementContent {
  return { type: 'text', value: String(properties['dataLetter'] ?? '↩') };
}

/** True for the part of a line of code that has a colour. */
function isColour(node: Element): boolean {
  const { className } = node.properties;
  return node.tagName === 'span' && Array.isArray(className) && String(className[0]).startsWith('hljs');
}

/** What stands in a region that scrolls; the region's id goes to the first element. */
function unwrapped(children: ElementContent[], id: Properties['id']): ElementContent[] {
  const first = children.findIndex(({ type }) => type === 'element');
  return children.map((child, index): ElementContent => {
    if (child.type !== 'element' || index !== first) return child;
    return { ...child, properties: { ...(id === undefined ? {} : { id }), ...child.properties } };
  });
}

/** A formula with its TeX in an attribute: where MathML is not understood, its text would stand twice. */
function formula(math: Element): Element {
  const annotation = select('annotation', math);
  if (!annotation) return math;
  const presentation = select('semantics', math)?.children.filter((child) => child !== annotation);
  return {
    ...math,
    properties: { ...plainProperties(math.properties), alttext: textOf(annotation) },
    children: presentation ?? [],
  };
}

function portableProperties(node: Element, { page, base, fragments }: PortableOptions): Properties {
  const properties = plainProperties(node.properties);
  if (node.tagName === 'code' && Array.isArray(properties['className']))
    properties['className'] = properties['className'].filter((name) => name !== 'hljs');
  for (const name of ['href', 'src', 'poster', 'cite']) {
    const value = properties[name];
    if (typeof value !== 'string' || (value.startsWith('#') && fragments === 'inside')) continue;
    properties[name] = fullAddress(value, page, base);
  }
  return properties;
}

/** Without what only a page can use. */
function plainProperties(properties: Properties): Properties {
  const kept = Object.entries(properties).filter(
    ([name]) =>
      !/^(?:tabIndex|ariaDescribedBy|srcSet|sizes|target)$/.test(name) &&
      !/^data(?!Footnote)[A-Z]/.test(name),
  );
  return Object.fromEntries(kept);
}

/** @param page full address of the page on which `address` is a link */
export function fullAddress(address: string, page: string, base: string): string {
  if (/^\/(?!\/)/.test(address)) return absoluteAddress(address, base);
  if (!URL.canParse(address, page)) return address;
  const { href } = new URL(address, page);
  return href.startsWith(base) ? absoluteAddress(href, base) : href;
}
