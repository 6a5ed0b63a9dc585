import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import { withCodeTitles } from './markdown-code.ts';

/** Elements that cannot hold a mark before all their words. */
const holders = /^(?:ul|ol|dl|table|thead|tbody|tr|blockquote|li)$/;

/** Elements that stay elements in Markdown, with their ids. */
const elements = /^(?:audio|video|figure|figcaption|section|div|pre|img|svg|math|details)$/;

/** Elements that can hold words as well as blocks. */
const mixed = /^(?:figcaption|blockquote|aside|details)$/;

/** Elements that are blocks in Markdown. */
const flow =
  /^(?:p|ul|ol|dl|pre|blockquote|table|figure|figcaption|div|h[1-6]|hr|aside|details|summary|section|audio|video)$/;

/**
 * A portable text in which an empty link carries the id of each block, at the beginning of its words: Markdown has
 * ids for nothing. Ids of marks of notes and of citations are left out, which Markdown makes itself or does without.
 */
export function withMarks(nodes: readonly ElementContent[]): ElementContent[] {
  return withCodeTitles(nodes).map(marked);
}

function marked(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const children = withMarks(node.children);
  const { id, ...rest } = aligned(node.properties);
  const element: Element = /^(?:li|dd)$/.test(node.tagName)
    ? listItem(node, children)
    : {
        ...node,
        properties: { ...aligned(node.properties) },
        children: mixed.test(node.tagName) ? inParagraphs(children) : children,
      };
  if (typeof id !== 'string' || keepsId(node, id)) return element;
  element.properties = rest;
  if (node.tagName === 'a') return element; // marks of notes and citations, to which only the page leads back
  if (node.tagName === 'span' && node.children.length === 0) return h('a', { id });
  const holder = firstHolder(element);
  const isBox = holder.children[0]?.type === 'element' && holder.children[0].tagName === 'input';
  holder.children.splice(isBox ? 1 : 0, 0, h('a', { id }));
  return element;
}

/** True where Markdown has the id in a tag or in the label of a note. */
function keepsId({ tagName, properties }: Element, id: string): boolean {
  if (tagName === 'li') return /^fn-/.test(id);
  if (tagName === 'a') return !/^(?:fnref|cite)-/.test(id);
  const { className } = properties;
  const isFormula = Array.isArray(className) && className.includes('formula');
  return isFormula || 'dataFootnotes' in properties || elements.test(tagName);
}

/** A class says how a column is set, where the converter looks for an attribute. */
function aligned(properties: Properties): Properties {
  const { className } = properties;
  const side = Array.isArray(className) && className.map(String).find((name) => name.startsWith('align-'));
  return side ? { ...properties, align: side.slice(6) } : properties;
}

/** An item of a list, or a meaning, whose first words are a paragraph, so that a mark can stand at their beginning. */
function listItem(item: Element, children: ElementContent[]): Element {
  const made = inParagraphs(children);
  const isTight = made.length > 0 && !children.includes(made[0] ?? item);
  // for the converter, which parts paragraphs by empty lines
  return {
    ...item,
    properties: { ...item.properties, ...(isTight ? { dataTight: '' } : {}) },
    children: made,
  };
}

/** Words between blocks as paragraphs: the converter would take each piece of HTML in them for a block. */
function inParagraphs(children: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = [];
  let words: ElementContent[] = [];
  const close = () => {
    if (words.some((word) => word.type !== 'text' || word.value.trim() !== '')) made.push(h('p', words));
    words = [];
  };
  for (const child of children) {
    if (child.type !== 'element' || !flow.test(child.tagName)) {
      words.push(child);
      continue;
    }
    close();
    made.push(child);
  }
  close();
  return made;
}

/** The first element inside whose words begin the block. */
function firstHolder(element: Element): Element {
  if (!holders.test(element.tagName)) return element;
  const inner = element.children.find((child) => child.type === 'element');
  return inner?.type === 'element' ? firstHolder(inner) : element;
}
