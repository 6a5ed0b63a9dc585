import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { sentences } from '../document/sentences.ts';

/** Letters after which an excerpt ends with its sentence. */
const enough = 240;

/**
 * The first sentences of what stands under a heading: its first paragraphs, or, where it has none, the words of what it
 * has instead, such as a list. The last paragraph ends with a whole sentence.
 * @param nodes without what is not read
 * @param language of the text
 */
export function excerpt(nodes: readonly ElementContent[], language: string): Element[] {
  const found: Element[] = [];
  let letters = 0;
  for (const node of paragraphsOf(nodes)) {
    if (letters >= enough) break;
    const rest = enough - letters;
    const text = textOf(node).replaceAll(/\s/g, ' '); // as long as before
    const last = sentences(text, language).find((one) => one.start + one.text.length >= rest);
    const end = last ? last.start + last.text.trimEnd().length : text.length;
    found.push({ ...node, children: cut(node.children, end) });
    letters += end;
  }
  return found;
}

function paragraphsOf(nodes: readonly ElementContent[]): Element[] {
  const elements = nodes
    .filter((node) => node.type === 'element')
    .filter((node) => textOf(node).trim() !== '');
  const paragraphs = elements.filter(
    ({ tagName, properties }) => tagName === 'p' && !String(properties['className']).includes('formula'),
  );
  if (paragraphs.length > 0) return paragraphs;
  return elements.map((node) => h('p', textOf(node).replaceAll(/\s+/g, ' ').trim()));
}

/** The nodes that hold the first letters of a text. @param length code units */
function cut(nodes: readonly ElementContent[], length: number): ElementContent[] {
  let rest = length;
  return nodes.flatMap((node): ElementContent[] => {
    if (rest <= 0) return [];
    const before = rest;
    rest -= textOf(node).length;
    if (rest >= 0) return [node];
    if (node.type === 'text') return [{ ...node, value: node.value.slice(0, before) }];
    return node.type === 'element' ? [{ ...node, children: cut(node.children, before) }] : [];
  });
}
