import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html } from 'parse5';
import type { Element, PageTree } from './page-tree.ts';

const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Attributes that are true where they are present: written without a value (HTML, “Boolean attributes”; `download`, `hidden`). */
const booleanAttributes = new Set(
  (
    'allowfullscreen async autofocus autoplay checked controls crossorigin default defer disabled download formnovalidate ' +
    'hidden inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required ' +
    'reversed selected'
  ).split(' '),
);

/** Elements whose text the parser reads without character references. */
const rawText = new Set(['script', 'style']);

const references: Readonly<Record<string, string>> = {
  '<': '&#x3C;',
  '&': '&amp;',
  '"': '&#x22;',
};

/** A page as text: every attribute in double quotation marks, no tag left out, the same bytes for the same tree. */
export function htmlOf({ document }: PageTree): string {
  return content(document);
}

function content(parent: DefaultTreeAdapterTypes.ParentNode): string {
  let text = '';
  for (const node of parent.childNodes) {
    if ('tagName' in node) text += elementHtml(node);
    else if (defaultTreeAdapter.isTextNode(node)) {
      const raw = 'tagName' in parent && rawText.has(parent.tagName);
      text += raw ? node.value : node.value.replaceAll(/[<&]/g, referenceOf);
    } else if (defaultTreeAdapter.isCommentNode(node)) text += `<!--${node.data}-->`;
    else text += '<!DOCTYPE html>';
  }
  return text;
}

function elementHtml(element: Element | DefaultTreeAdapterTypes.Template): string {
  const { tagName, namespaceURI } = element;
  let text = `<${tagName}`;
  for (const { prefix, name, value } of element.attrs) {
    const bare = booleanAttributes.has(name)
      ? value === '' || value === name
      : value === '' && /^data-/.test(name);
    text += ` ${prefix ? `${prefix}:` : ''}${name}`;
    if (!bare) text += `="${value.replaceAll(/["&]/g, referenceOf)}"`;
  }
  if (namespaceURI === html.NS.HTML && voidElements.has(tagName)) return `${text}>`;
  return `${text}>${content('content' in element ? element.content : element)}</${tagName}>`;
}

function referenceOf(character: string): string {
  return references[character] ?? character;
}
