import type { Paragraph, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { attributeOf } from '../jsx-element.ts';
import { positionOf, report } from '../report.ts';

/** Attributes of components that are read by readers and may hold Markdown. */
const attributes = ['caption', 'source'];

/** Signs without which a text is no more than words. */
const signs = /[*_`[\]<>$^~=:\\&!]/;

/** What a line of Markdown is in a tree, and the notes in it. */
export type ReadLine = (line: string, file: VFile) => { line: Paragraph; notes: Root['children'] } | null;

/**
 * Reads Markdown in captions and sources: `<Figure caption="After *Lee*" />`. The words become a child of the component
 * with the name of the attribute, from which the component takes them; those without any mark stay an attribute.
 */
export function captionMarkup({ read }: { read: ReadLine }) {
  return (tree: Root, file: VFile) => {
    const notes: Root['children'] = [];
    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      if (!node.name || !/^[A-Z]/.test(node.name)) return;
      for (const name of attributes) notes.push(...readInto(node, name, read, file));
    });
    tree.children.push(...notes);
  };
}

function readInto(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  name: string,
  read: ReadLine,
  file: VFile,
): Root['children'] {
  const text = attributeOf(node, name);
  if (text === undefined || !signs.test(text)) return [];
  const found = read(text, file);
  if (!found) {
    report(
      file,
      problem('text/caption-blocks', { attribute: name, name: node.name ?? '' }, positionOf(file, node)),
    );
    return [];
  }
  const { line, notes } = found;
  const [only, ...others] = line.children;
  if (only?.type === 'text' && others.length === 0 && only.value === text) return [];
  line.data = { hName: 'span', hProperties: { dataAttribute: name } };
  for (const made of [line, ...notes])
    visit(made, (inner) => {
      if (node.position) inner.position = node.position; // the line of the component is the author's way there
    });
  node.attributes = node.attributes.filter((one) => one.type !== 'mdxJsxAttribute' || one.name !== name);
  Object.assign(node, { children: [line, ...node.children] });
  return notes;
}
