import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import { toString as textOf } from 'hast-util-to-string';
import type { FootnoteDefinition, Html, Nodes } from 'mdast';
import type {} from 'mdast-util-math';
import { calloutQuote } from './markdown-callout.ts';
import { codeMeta } from './markdown-code.ts';
import { definitionList } from './markdown-definitions.ts';

/** Inline elements that Markdown has no sign for. */
const inline = [
  ...['abbr', 'bdi', 'bdo', 'cite', 'dfn', 'ins', 'kbd', 'mark', 'q', 'rb', 'rp', 'rt', 'rtc', 'ruby', 's'],
  ...['samp', 'small', 'sub'],
];

/** Elements that are written as they are, with all that they hold. */
const whole = ['audio', 'summary', 'svg', 'video'];

/** Elements of blocks whose tags stand on lines of their own, with Markdown between them. */
const wrappers = ['aside', 'figure'];

/** What becomes of an element that needs more than the usual in Markdown. */
export const markdownHandlers: Record<string, Handle> = {
  ...Object.fromEntries(inline.map((name) => [name, inHtml])),
  ...Object.fromEntries(whole.map((name) => [name, (_: State, element: Element) => html(element)])),
  ...Object.fromEntries(wrappers.map((name) => [name, wrapped])),
  a: (state, element) => {
    if (element.properties['role'] === 'doc-backlink') return [];
    if (!('href' in element.properties)) return html(element);
    return defaultHandlers.a(state, element);
  },
  details: (state, element) => calloutQuote(state, element) ?? wrapped(state, element),
  div: (state, element) =>
    calloutQuote(state, element) ??
    (hasClass(element, 'aside') ? wrapped(state, { ...element, tagName: 'aside' }) : state.all(element)),
  dl: definitionList,
  figcaption: wrapped,
  li: (state, element) => {
    const item = defaultHandlers.li(state, element);
    return 'dataTight' in element.properties ? { ...item, spread: false } : item;
  },
  ol: list,
  ul: list,
  math: (_, element) => formula(element),
  p: (state, element) => {
    const math = element.children.find((child) => child.type === 'element' && child.tagName === 'math');
    if (!hasClass(element, 'formula') || math?.type !== 'element') return defaultHandlers.p(state, element);
    return [tag('div', element), { type: 'math', value: texOf(math) }, closing('div')];
  },
  pre: (state, element) => {
    const code = { ...defaultHandlers.pre(state, element), meta: codeMeta(element) };
    return 'id' in element.properties ? [tag('div', element), code, closing('div')] : code;
  },
  section: (state, element) =>
    'dataFootnotes' in element.properties ? notes(state, element) : state.all(element),
  span: (state, element) => {
    if (hasClass(element, 'label')) return defaultHandlers.strong(state, element);
    return 'lang' in element.properties ? inHtml(state, element) : state.all(element);
  },
  sup: (state, element) => {
    const [mark] = element.children;
    if (mark?.type !== 'element' || !('dataFootnoteRef' in mark.properties)) return inHtml(state, element);
    const label = labelOf(String(mark.properties['href']).replace(/^.*#/, ''));
    return { type: 'footnoteReference', identifier: label, label };
  },
};

function list(state: State, element: Element): Nodes {
  const made = defaultHandlers.ul(state, element);
  const isTight = element.children.every(
    (child) => child.type !== 'element' || 'dataTight' in child.properties,
  );
  return { ...made, spread: made.spread && !isTight };
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties['className']) && properties['className'].includes(name);
}

/** An inline element as tags around its Markdown. */
function inHtml(state: State, element: Element): Nodes[] {
  return [tag(element.tagName, element), ...state.all(element), closing(element.tagName)];
}

/** A block as tags on lines of their own, with its Markdown between them. */
function wrapped(state: State, element: Element): Nodes[] {
  return [tag(element.tagName, element), ...state.toFlow(state.all(element)), closing(element.tagName)];
}

function tag(name: string, { properties }: Element): Html {
  const { id, title, lang, dir, dateTime, open } = properties;
  const kept = Object.fromEntries(
    Object.entries({ id, title, lang, dir, dateTime, open }).filter(([, value]) => value !== undefined),
  );
  const [start = ''] = toHtml({ type: 'element', tagName: name, properties: kept, children: [] }).split('</');
  return { type: 'html', value: start };
}

function closing(name: string): Html {
  return { type: 'html', value: `</${name}>` };
}

function html(element: Element): Html {
  return { type: 'html', value: toHtml(element).replaceAll(/\s*\n\s*/g, ' ') };
}

function formula(math: Element): Nodes {
  return { type: 'inlineMath', value: texOf(math) };
}

/** What many programs that read Markdown without formulas would take for a tag in one. */
const tagInFormula = /<(?=[a-z][\w-]*(?:\s[^<>]*)?\/?>|\/[a-z]|[!?])/gi;

function texOf(math: Element): string {
  const { alttext } = math.properties;
  return (typeof alttext === 'string' ? alttext : textOf(math)).replaceAll(tagInFormula, '<{}'); // the empty group means nothing
}

function notes(state: State, section: Element): FootnoteDefinition[] {
  const list = section.children.find((child) => child.type === 'element' && child.tagName === 'ol');
  const items = list?.type === 'element' ? list.children : [];
  return items.flatMap((item): FootnoteDefinition[] => {
    if (item.type !== 'element') return [];
    const label = labelOf(String(item.properties['id']));
    return [
      { type: 'footnoteDefinition', identifier: label, label, children: state.toFlow(state.all(item)) },
    ];
  });
}

/** The label of a note, from its id. */
function labelOf(id: string): string {
  return decodeURIComponent(id).replace(/^fn-/, '');
}
