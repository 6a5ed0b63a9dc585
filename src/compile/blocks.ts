import type { Element, Nodes, Parents, Root } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import { fragmentOf } from '../document/address.ts';
import type { Block, BlockKind } from '../document/block.ts';
import type { FoundBlocks } from '../document/found-blocks.ts';
import { visit } from '../document/visit.ts';
import { isInlineNote } from './steps/inline-note-ids.ts';

/** An element, however it was written: in Markdown, or as a tag in an `.mdx` file. */
export type Tag = Element | MdxJsxFlowElementHast | MdxJsxTextElementHast;

/** The blocks of a text as plain data. */
export function foundBlocks(tree: Root): FoundBlocks {
  const blocks = blocksIn(tree);
  return {
    blocks: blocks.map(({ kind, text, own, marks }) => ({ kind, text, own, marks })),
    lines: blocks.map(({ tag: { position } }) => ({
      first: position?.start.line ?? 0,
      last: position?.end.line ?? 0,
    })),
    usedIds: idsIn(tree),
  };
}

/** A block, its element and the parent of that. */
export interface BlockInTree extends Block {
  tag: Tag;
  parent: Parents;
}

const kindOf: Readonly<Record<string, BlockKind>> = {
  h1: 'section',
  h2: 'section',
  h3: 'section',
  h4: 'section',
  h5: 'section',
  h6: 'section',
  p: 'paragraph',
  ul: 'list',
  ol: 'list',
  dl: 'list',
  blockquote: 'quote',
  figure: 'figure',
  table: 'table',
  pre: 'code',
  Figure: 'figure',
  Table: 'table',
  Audio: 'figure',
  Video: 'figure',
};

/**
 * The blocks of a text that a link can lead to, in order. A list, a quote, a figure, a table and a note are one
 * block each with all they hold; what only repeats the text (`aria-hidden`) is none.
 */
export function blocksIn(tree: Root): BlockInTree[] {
  const blocks: BlockInTree[] = [];
  const marks = new Map<string, number>();
  visit(tree, 'element', (element) => {
    const { dataFootnoteRef, href } = element.properties;
    if (dataFootnoteRef !== undefined && typeof href === 'string')
      marks.set(href, (marks.get(href) ?? 0) + 1);
  });
  const add = (tag: Tag, parent: Parents, kind: BlockKind) => {
    const own = attribute(tag, 'id');
    const count = kind === 'note' ? (marks.get(fragmentOf(own ?? '')) ?? 0) : 0;
    const isUnnamed = kind === 'note' && isInlineNote(own);
    blocks.push({ kind, text: readText(tag), own: isUnnamed ? null : own, marks: count, tag, parent });
  };
  const addNamed = (tag: Tag, parent: Parents) => {
    const own = attribute(tag, 'id');
    if (own !== null && !/^fn(?:ref)?-/.test(own))
      add(tag, parent, own.startsWith('ref-') ? 'reference' : 'part');
  };
  const walk = (parent: Parents, inside: 'text' | 'notes' | 'block') => {
    for (const node of parent.children) {
      if (!isTag(node)) continue;
      const name = nameOf(node);
      if (name === 'svg' || name === 'PullQuote' || attribute(node, 'aria-hidden') === 'true') continue;
      if (node.type === 'element' && 'dataFootnotes' in node.properties) walk(node, 'notes');
      else if (inside === 'notes') {
        if (name === 'li') add(node, parent, 'note');
        else if (name === 'ol') walk(node, 'notes');
      } else if (inside === 'text' && (kindOf[name] || isCallout(node))) {
        add(node, parent, kindOf[name] ?? 'quote');
        walk(node, 'block');
      } else {
        addNamed(node, parent);
        walk(node, inside);
      }
    }
  };
  walk(tree, 'text');
  return blocks;
}

/** A callout is one block, as the quotation that it is made of. */
function isCallout(tag: Tag): boolean {
  return tag.type === 'element' && [tag.properties['className']].flat().includes('callout');
}

/** Every id in a text, whoever gave it. */
export function idsIn(tree: Root): string[] {
  const ids: string[] = [];
  visit(tree, (node) => {
    const id = isTag(node) ? attribute(node, 'id') : null;
    if (id !== null) ids.push(id);
  });
  return ids;
}

/** Gives an element its id. */
export function setId(tag: Tag, id: string): void {
  if (tag.type === 'element') tag.properties = { id, ...tag.properties };
  else if (attribute(tag, 'id') === null)
    tag.attributes.push({ type: 'mdxJsxAttribute', name: 'id', value: id });
}

/** The name of an element; empty for a fragment. */
export function nameOf(tag: Tag): string {
  return tag.type === 'element' ? tag.tagName : (tag.name ?? '');
}

export function isTag(node: Nodes): node is Tag {
  return node.type === 'element' || node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** An attribute as text, or null where it is absent or worked out only when the page is made. */
function attribute(tag: Tag, name: 'id' | 'alt' | 'src' | 'caption' | 'aria-hidden'): string | null {
  if (tag.type === 'element') {
    const value = tag.properties[name === 'aria-hidden' ? 'ariaHidden' : name];
    return typeof value === 'string' && value !== '' ? value : null;
  }
  for (const one of tag.attributes)
    if (one.type === 'mdxJsxAttribute' && one.name === name && typeof one.value === 'string')
      return one.value || null;
  return null;
}

/** What is read in an element. A picture is read as its alternative text, or as its file where it has none. */
function readText(node: Nodes): string {
  if (isTag(node)) {
    const isMark =
      node.type === 'element' &&
      ('dataFootnoteRef' in node.properties || 'dataFootnoteBackref' in node.properties);
    if (isMark) return '';
    if (nameOf(node) === 'img') return attribute(node, 'alt') ?? attribute(node, 'src') ?? '';
  }
  const caption = isTag(node) && node.type !== 'element' ? attribute(node, 'caption') : null;
  if (caption !== null && 'children' in node) return [caption, ...node.children.map(readText)].join(' ');
  if ('children' in node) return node.children.map(readText).join(isInline(node) ? '' : ' ');
  return 'value' in node && node.type !== 'comment' ? node.value : '';
}

function isInline(node: Nodes): boolean {
  return (
    isTag(node) && /^(?:p|h[1-6]|a|em|strong|i|b|code|del|span|sup|sub|small|cite|q|pre)$/.test(nameOf(node))
  );
}
