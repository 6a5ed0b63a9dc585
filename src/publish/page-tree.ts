import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse } from 'parse5';

/** An element of a page. Its attributes are named as they are written in HTML. */
export type Element = DefaultTreeAdapterTypes.Element;

/** A page, parsed once, as a browser without script would parse it: what stands in `<noscript>` is part of it. */
export interface PageTree {
  document: DefaultTreeAdapterTypes.Document;
  /** Every element in document order, as the page was parsed: what a step adds or removes does not change the list. */
  elements: readonly Element[];
}

export function parsePage(text: string): PageTree {
  const document = parse(text, { scriptingEnabled: false });
  const elements: Element[] = [];
  const collect = (parent: DefaultTreeAdapterTypes.ParentNode) => {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue;
      elements.push(node);
      collect('content' in node ? node.content : node);
    }
  };
  collect(document);
  return { document, elements };
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name && one.prefix === undefined)?.value;
}

export function setAttribute(element: Element, name: string, value: string): void {
  const attribute = element.attrs.find((one) => one.name === name && one.prefix === undefined);
  if (attribute) attribute.value = value;
  else element.attrs.push({ name, value });
}

/** The text inside an element. */
export function textOf(element: Element): string {
  return element.childNodes
    .map((node) => (defaultTreeAdapter.isTextNode(node) ? node.value : 'tagName' in node ? textOf(node) : ''))
    .join('');
}

/** A new HTML element, which is in no page yet. */
export function newElement(tagName: string, attributes: Record<string, string>, text = ''): Element {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  const element = defaultTreeAdapter.createElement(tagName, html.NS.HTML, attrs);
  if (text !== '') defaultTreeAdapter.insertText(element, text);
  return element;
}

/** @throws Error where the page has no such element; the parser makes a head and a body where none is written */
export function elementNamed({ elements }: PageTree, tagName: string): Element {
  const element = elements.find((one) => one.tagName === tagName);
  if (!element) throw new Error(`The page has no <${tagName}>.`);
  return element;
}
