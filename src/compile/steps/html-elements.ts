import type { Element, Parents, Root } from 'hast';
import { h, s } from 'hastscript';
import type { ComponentNode } from '../components/component.ts';
import { isComment, literalOf, literalValue } from '../jsx-element.ts';

/**
 * Turns what MDX leaves as code into plain nodes where no code has to run for it: `<p class="x">` becomes an
 * element, `{'<'}` a text, and a comment goes. Only components and what is really computed stay nodes of MDX.
 */
export function htmlElements() {
  return (tree: Root) => simplify(tree, false);
}

function simplify(parent: Parents | ComponentNode, inSvg: boolean): void {
  const children = parent.children.flatMap((node): Parents['children'] => {
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      if (isComment(node)) return [];
      const value = literalOf(node);
      return value === undefined ? [node] : [{ type: 'text', value: String(value) }];
    }
    if (!('children' in node)) return [node];
    const isSvg =
      inSvg || ('name' in node && node.name === 'svg') || ('tagName' in node && node.tagName === 'svg');
    simplify(node, isSvg && !isForeign(node));
    if (node.type === 'element') return [node];
    if (node.name === null && node.attributes.length === 0) return node.children;
    return [elementOf(node, isSvg) ?? node];
  });
  Object.assign(parent, { children });
}

/** HTML inside of a drawing. */
function isForeign(node: Element | ComponentNode): boolean {
  return (node.type === 'element' ? node.tagName : node.name) === 'foreignObject';
}

/** The element that a tag in JSX means; null for a component, and where an attribute has to be computed. */
function elementOf(node: ComponentNode, isSvg: boolean): Element | null {
  if (!node.name || !/^[a-z][\w-]*$/.test(node.name)) return null;
  const attributes: [string, string | number | boolean][] = [];
  for (const attribute of node.attributes) {
    const value = literalValue(attribute);
    if (attribute.type !== 'mdxJsxAttribute' || value === undefined || attribute.name.includes(':'))
      return null;
    attributes.push([attribute.name, value]);
  }
  const element = (isSvg ? s : h)(node.name, Object.fromEntries(attributes), node.children);
  if (element.type !== 'element') return null;
  if (node.position) element.position = node.position;
  return element;
}
