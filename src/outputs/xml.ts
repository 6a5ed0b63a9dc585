import type { Element, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** An element of XML. Its name keeps its capitals, which XML distinguishes and HTML does not. */
export function xmlElement(tagName: string, properties: Properties, content: string | Element[]): Element {
  const children: Element['children'] =
    typeof content === 'string' ? [{ type: 'text', value: content }] : content;
  return { type: 'element', tagName, properties, children };
}

/** A file of XML. Signs that XML does not allow at all, which can stand in a text, are left out. */
export function xmlFile(root: Element): Uint8Array {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${xmlText(root)}\n`);
}

/** An element as text, for XML inside of XML. */
export function xmlText(root: Element): string {
  const text = toHtml(root, {
    space: 'svg',
    closeEmptyElements: true,
    characterReferences: { useNamedReferences: false },
  });
  return allowedInXml(text).replaceAll(']]>', ']]&#x3E;'); // which text may not hold (XML 1.0, 2.4)
}

/** XML without the characters that it does not allow at all. */
export function allowedInXml(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
