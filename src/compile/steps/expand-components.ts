import type { ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { VFile } from 'vfile';
import type { Captioned } from '../../document/document.ts';
import { nearest } from '../../document/nearest.ts';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { isAttribute } from '../child-attribute.ts';
import type { ComponentNode, SiteComponent } from '../components/component.ts';
import { siteComponents } from '../components/components.ts';
import { attributeOf, literalValue } from '../jsx-element.ts';
import { positionOf, report } from '../report.ts';
import type { ComponentLabels } from './number-components.ts';

declare module 'vfile' {
  interface DataMap {
    figures: Captioned[];
    tables: Captioned[];
  }
}

declare module 'mdast-util-mdx-jsx' {
  interface MdxJsxFlowElementHastData {
    /** Its number among the figures or tables of the text, counted from 1. */
    number?: number;
  }
  interface MdxJsxTextElementHastData {
    number?: number;
  }
}

/** Replaces the site's own components with their elements. An author's own components do not change. */
export function expandComponents({ words }: { words: ComponentLabels }) {
  return (tree: Root, file: VFile) => {
    visit(tree, (node, index, parent) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      const component = siteComponents.find(({ name }) => name === node.name);
      if (!component || !parent || index === undefined) return;
      const number = node.data?.number;
      const label = component.numbered && number ? words.label(component.numbered, number) : '';
      const read = new Set(['id', ...component.required, ...(component.others ?? [])]);
      const element = component.render({
        id: attributeOf(node, 'id'),
        children: node.children.filter((child) => !isAttribute(child)),
        attribute: (name) => {
          read.add(name);
          return attributeContent(node, name);
        },
        label,
      });
      reportUnread(node, read, file);
      if (node.position) element.position = node.position;
      if (number) listed(component, file).push(captioned(node, number));
      parent.children[index] = element;
      return index; // there may be components inside of it
    });
  };
}

/** An attribute that the component does not read shows nothing. */
function reportUnread(node: ComponentNode, read: ReadonlySet<string>, file: VFile): void {
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || read.has(attribute.name)) continue;
    const names = [...read].toSorted();
    const values = {
      name: node.name ?? '',
      attribute: attribute.name,
      names: names.map((one) => `\`${one}\``).join(', '),
    };
    const near = nearest(attribute.name, names);
    report(file, problem('text/unread-attribute', values, positionOf(file, node), near && `\`${near}\``));
  }
}

function listed({ numbered }: SiteComponent, file: VFile): Captioned[] {
  const list = numbered === 'table' ? 'tables' : 'figures';
  file.data[list] ??= [];
  return file.data[list];
}

function captioned(node: ComponentNode, number: number): Captioned {
  const caption = textOf({ type: 'root', children: attributeContent(node, 'caption') });
  return { id: attributeOf(node, 'id') ?? '', number, caption };
}

/** What an attribute of a component says, as nodes; none where it is missing. */
export function attributeContent(node: ComponentNode, name: string): ElementContent[] {
  for (const child of node.children) if (isAttribute(child, name)) return child.children;
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== name) continue;
    const value = literalValue(attribute);
    if (value !== undefined) return [{ type: 'text', value: String(value) }];
    const expression = attribute.value;
    if (typeof expression !== 'object' || expression === null) return [];
    return [
      { type: 'mdxTextExpression', value: expression.value, data: { estree: expression.data?.estree } },
    ];
  }
  return [];
}
