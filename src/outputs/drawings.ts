import type { Element, ElementContent } from 'hast';
import { select } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { essayAddress } from '../document/address.ts';
import { textForm } from '../document/text-form.ts';
import type { EssayOutput } from './output.ts';

/**
 * The drawings (SVG) of an essay as files, because most feed readers and every reader of Markdown leave out one that
 * stands in the text.
 */
export const drawings: EssayOutput = {
  addresses: [{ address: '/essays/<slug>/<drawing>.svg', what: 'A drawing of the essay.' }],
  files: ({ essay }) =>
    [...drawingNames(textForm(essay.body()))].map(([drawing, name]) => ({
      path: `${essayAddress(essay.slug).slice(1)}${name}.svg`,
      content: Buffer.from(drawingFile(drawing)),
    })),
};

/**
 * The name of the file of each drawing: the id of what it stands in, or a number.
 * @param nodes a text without nodes of MDX
 */
export function drawingNames(nodes: readonly ElementContent[]): Map<Element, string> {
  const names = new Map<Element, string>();
  const used = new Set<string>();
  const walk = (node: ElementContent, base: string) => {
    if (node.type !== 'element') return;
    const id = node.tagName !== 'svg' && node.properties['id'];
    const inside = typeof id === 'string' && /^[\w-]+$/.test(id) ? id : base;
    if (node.tagName !== 'svg') {
      for (const child of node.children) walk(child, inside);
      return;
    }
    let name = inside;
    for (let number = 2; used.has(name); number += 1) name = `${inside}-${number}`;
    used.add(name);
    names.set(node, name);
  };
  for (const node of nodes) walk(node, 'drawing');
  return names;
}

/** A picture that shows a drawing, with what the drawing says of itself for those who cannot see it. */
export function drawingPicture(drawing: Element, address: string): Element {
  const parts = [drawing.properties['ariaLabel'], partText(drawing, 'title'), partText(drawing, 'desc')];
  const alt = parts.filter((part) => typeof part === 'string' && part !== '').join('. ');
  const [, , width, height] = viewBoxOf(drawing);
  return h('img', { src: address, alt, width, height });
}

/** A drawing that stands alone, in a colour that can be seen on light and on dark ground. */
function drawingFile(drawing: Element): string {
  const style = h('style', ':root{color:#222}@media(prefers-color-scheme:dark){:root{color:#ddd}}');
  const [, , width, height] = viewBoxOf(drawing);
  const properties = { width, height, ...drawing.properties, xmlns: 'http://www.w3.org/2000/svg' };
  return toHtml(
    { ...drawing, properties, children: [style, ...drawing.children] },
    { space: 'svg', closeEmptyElements: true },
  );
}

function viewBoxOf({ properties }: Element): (number | undefined)[] {
  const { viewBox } = properties;
  return typeof viewBox === 'string'
    ? viewBox
        .trim()
        .split(/[\s,]+/)
        .map(Number)
    : [];
}

function partText(drawing: Element, name: string): string {
  const part = select(`svg > ${name}`, drawing);
  return part ? textOf(part).trim().replace(/\.$/, '') : '';
}
