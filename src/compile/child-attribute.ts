import type { Element, ElementContent } from 'hast';

/** True for an element that holds the words of an attribute of the component around it. @param name any where it is missing */
export function isAttribute(node: ElementContent, name?: string): node is Element {
  if (node.type !== 'element') return false;
  const given = node.properties['dataAttribute'];
  return name === undefined ? given !== undefined : given === name;
}
