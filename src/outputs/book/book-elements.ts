import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import { xmlElement } from './xml.ts';

export interface BookElementOptions {
  idInBook(id: string): string;
  /** The address of a picture in the book; null for one that is not in it. */
  source(address: string): string | null;
  link(address: string): string;
  /** Filled with what the elements hold, which a package file has to say. */
  found: { formulas: boolean; drawings: boolean };
}

/** What a role of ARIA is called in books. Apple Books, Kobo and Kindle show a note by this name where its mark is touched. */
const types: Readonly<Record<string, string>> = {
  'doc-noteref': 'noteref',
  'doc-endnotes': 'endnotes',
  'doc-backlink': 'backlink',
  'doc-biblioref': 'biblioref',
  'doc-bibliography': 'bibliography',
  'doc-epigraph': 'epigraph',
  'doc-pullquote': 'pullquote',
};

/** Elements that a book would have to load from elsewhere. What stands between their tags is for readers without them. */
const media = new Set(['audio', 'video', 'picture', 'source', 'track']);

/**
 * Elements of a text as elements of XHTML that readers of books know. Notes are items of a list at the end of the text,
 * linked in both directions: as an `aside` Apple Books would hide them there, and Kobo show them twice.
 */
export function bookElements(
  nodes: readonly ElementContent[],
  options: BookElementOptions,
  parentRole: unknown = null,
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [node] : [];
    return bookElement(node, options, parentRole);
  });
}

function bookElement(node: Element, options: BookElementOptions, parentRole: unknown): ElementContent[] {
  const { tagName, properties } = node;
  if (tagName === 'input') return [box(properties)];
  const role = properties['role'] ?? (tagName === 'ol' ? parentRole : null);
  const children = bookElements(node.children, options, role);
  if (tagName === 'img' && options.source(String(properties['src'])) === null)
    return [{ type: 'text', value: String(properties['alt'] ?? '') }];
  if (media.has(tagName)) return children;
  if (tagName === 'svg') options.found.drawings = true;
  if (tagName === 'math') options.found.formulas = true;
  const isNote = tagName === 'li' && parentRole === 'doc-endnotes';
  const type = isNote ? 'endnote' : types[String(properties['role'])];
  const own: Element = {
    ...node,
    properties: {
      ...ownProperties(node, options),
      ...(type === undefined ? {} : { 'epub:type': type }),
      ...(tagName === 'svg' ? { xmlns: 'http://www.w3.org/2000/svg' } : {}),
      ...(tagName === 'math' ? { xmlns: 'http://www.w3.org/1998/Math/MathML' } : {}),
    },
    children,
  };
  return [withMathStyle(own)];
}

/**
 * A part of a formula whose size differs from its surroundings. MathML Core says so with attributes of any element,
 * MathML 3, which EPUB names, only with those of `mstyle`.
 */
function withMathStyle(node: Element): Element {
  const { scriptlevel, displaystyle, ...rest } = node.properties;
  const isKnown =
    /^m(?:style|ath)$/.test(node.tagName) || (scriptlevel === undefined && displaystyle === undefined);
  if (isKnown) return node;
  const style = (children: ElementContent[]): Element =>
    xmlElement('mstyle', { scriptlevel, displaystyle }, ...children);
  return node.tagName === 'mtd'
    ? { ...node, properties: rest, children: [style(node.children)] }
    : style([{ ...node, properties: rest }]);
}

/** The box of a task, which a reader of books shows as it can. */
function box({ checked, ariaLabel }: Properties): Element {
  return h('span', { role: 'img', ariaLabel: String(ariaLabel) }, checked ? '☑' : '☐');
}

function ownProperties({ properties }: Element, options: BookElementOptions): Properties {
  const result: Properties = {};
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'id') result[name] = options.idInBook(String(value));
    else if (name === 'href') result[name] = options.link(String(value));
    else if (name === 'src') result[name] = options.source(String(value)) ?? '';
    else if (name === 'ariaLabelledBy')
      result[name] = String(value)
        .split(/[\s,]+/)
        .map(options.idInBook);
    else if (name === 'lang' || name === 'xmlLang') Object.assign(result, { lang: value, 'xml:lang': value });
    else result[name] = value;
  }
  return result;
}
