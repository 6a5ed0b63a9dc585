import type { Element, ElementContent, Root } from 'hast';
import { visit } from '../../document/visit.ts';

/** Blocks that can begin with an id, and those whose first block inside does. */
const blocks = /^(?:p|h[1-6]|ul|ol|dl|table|blockquote)$/;
const containers = /^(?:ul|ol|li|dl|table|thead|tbody|tr|blockquote)$/;

/**
 * `<a id="x"></a>` at the beginning of a block is the block's id, and so is that of a `<div>` around a block of code
 * or a formula: it is how the Markdown form of an essay (`index.md`) carries ids, and how an author can give one.
 */
export function idsInText() {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'div' && !isCallout(node)) {
        const inner = onlyElement(node);
        const { id, ...others } = node.properties;
        if (!parent || index === undefined || inner?.tagName !== 'pre') return;
        if (typeof id !== 'string' || Object.keys(others).length > 0 || 'id' in inner.properties) return;
        inner.properties['id'] = id;
        parent.children[index] = inner;
        return;
      }
      if ((!blocks.test(node.tagName) && !isCallout(node)) || 'id' in node.properties) return;
      const holder = beginning(node);
      const at = holder.children.findIndex((child) => isWord(child) && !isBox(child));
      const mark = holder.children[at];
      if (mark?.type !== 'element' || !isMark(mark)) return;
      node.properties['id'] = mark.properties['id'];
      holder.children.splice(at, 1);
    });
  };
}

function isCallout({ properties }: Element): boolean {
  return [properties['className']].flat().includes('callout');
}

function onlyElement({ children }: Element): Element | null {
  const seen = children.filter(isWord);
  return seen.length === 1 && seen[0]?.type === 'element' ? seen[0] : null;
}

function isWord(node: ElementContent): boolean {
  return node.type !== 'text' || node.value.trim() !== '';
}

/** The box of a task. */
function isBox(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'input';
}

/** The element in which the words of a block begin. */
function beginning(element: Element): Element {
  const [first] = element.children.filter(isWord);
  if (isCallout(element)) return first?.type === 'element' ? first : element; // its title
  if (!containers.test(element.tagName)) return element;
  if (first?.type !== 'element' || isMark(first)) return element;
  return /^(?:li|p|dt|thead|tbody|tr|th|td|ul|ol|blockquote)$/.test(first.tagName)
    ? beginning(first)
    : element;
}

/** An empty link with an id; works in the list of references keep theirs, which are not those of a list. */
function isMark({ tagName, properties, children }: Element): boolean {
  const { id, href } = properties;
  return (
    tagName === 'a' &&
    typeof id === 'string' &&
    href === undefined &&
    children.length === 0 &&
    !/^(?:ref|fn|fnref)-/.test(id)
  );
}
