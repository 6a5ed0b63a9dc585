import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import { find, html, svg } from 'property-information';
import { direction } from '../../document/essay.ts';
import { allowedInXml } from '../xml.ts';

/** An element of any vocabulary of XML, whose name keeps its capitals. */
export function xmlElement(
  tagName: string,
  properties: Properties = {},
  ...children: (ElementContent | string)[]
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}

/** A tree as a file of XML, which HTML's own way of writing is not: there `<` may stand in an attribute. */
export function xmlFile(root: Element, doctype = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}${written(root, html)}\n`;
}

/** A page of a book. @param style address of the style sheet from there */
export function xhtmlFile(
  { title, language, style }: { title: string; language: string; style: string },
  body: Properties,
  children: readonly ElementContent[],
): string {
  const page = xmlElement(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: language,
      'xml:lang': language,
      dir: direction(language),
    },
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('title', title),
      h('link', { rel: 'stylesheet', href: style }),
    ]),
    xmlElement('body', body, ...children),
  );
  return xmlFile(page, '<!DOCTYPE html>\n');
}

function written(node: ElementContent, space: typeof html): string {
  if (node.type === 'text') return escaped(node.value);
  if (node.type !== 'element') return '';
  const { tagName, properties, children } = node;
  const inside = tagName === 'svg' ? svg : space;
  const attributes = Object.entries(properties).map(([name, value]) => attribute(name, value, inside));
  const content = children.map((child) => written(child, inside)).join('');
  const start = `<${tagName}${attributes.join('')}`;
  return content === '' && !needsEndTag.has(tagName) ? `${start}/>` : `${start}>${content}</${tagName}>`;
}

/** Elements that some readers of books take for open without an end tag, though XML says otherwise. */
const needsEndTag = new Set(['a', 'div', 'dd', 'dt', 'i', 'li', 'p', 'script', 'span', 'td', 'th', 'title']);

function attribute(name: string, value: Properties[string], space: typeof html): string {
  if (value === undefined || value === null || value === false) return '';
  const info = find(space, name);
  const text = Array.isArray(value) ? value.join(info.commaSeparated ? ', ' : ' ') : String(value);
  // XML has no attribute without a value
  return ` ${info.attribute}="${escaped(value === true ? info.attribute : text)}"`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return allowedInXml(text).replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
