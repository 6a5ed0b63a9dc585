import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { nearest } from '../../document/nearest.ts';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { isAttribute } from '../child-attribute.ts';
import { siteComponents } from '../components/components.ts';
import { attributeOf } from '../jsx-element.ts';
import { positionOf, report } from '../report.ts';

const names = [...siteComponents.map(({ name }) => name), 'Embed'].sort(); // an embed is expanded before

/** What figures and tables are called. */
export interface ComponentLabels {
  /** `Figure 1`, in the language of the text. */
  label(kind: 'figure' | 'table', number: number): string;
}

/**
 * Numbers figures and tables in the order of the text and prints the number where a link leads to one:
 * `[see](#fig-waves)` reads “see Figure 1”. A component that does not exist, or lacks what it needs, is reported.
 */
export function numberComponents({ words }: { words: ComponentLabels }) {
  return (tree: Root, file: VFile) => {
    const own = declaredNames(tree);
    const labels = new Map<string, string>();
    const count = { figure: 0, table: 0 };
    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      if (!node.name || !/^[A-Z]/.test(node.name) || own.has(node.name.split('.')[0] ?? '')) return;
      const component = siteComponents.find(({ name }) => name === node.name);
      if (!component) {
        const values = { name: node.name, names: names.join(', ') };
        const near = nearest(node.name, names);
        report(file, problem('text/unknown-component', values, positionOf(file, node), near && `<${near}>`));
        return;
      }
      const given = node.attributes.map((one) => (one.type === 'mdxJsxAttribute' ? one.name : ''));
      const isGiven = (name: string) =>
        given.includes(name) ||
        (name === 'src' && node.data?.hasPlayer) ||
        node.children.some((child) => isAttribute(child, name));
      for (const attribute of component.required.filter((one) => !isGiven(one))) {
        const values = { name: node.name, attribute };
        report(file, problem('text/missing-attribute', values, positionOf(file, node)));
      }
      const id = attributeOf(node, 'id');
      if (!component.numbered || !id) return;
      count[component.numbered] += 1;
      const number = count[component.numbered];
      node.data = { ...node.data, number };
      labels.set(`#${id}`, words.label(component.numbered, number).replaceAll(' ', '\u00a0'));
    });
    visit(tree, 'element', (node) => {
      const label = node.tagName === 'a' ? labels.get(String(node.properties['href'])) : undefined;
      if (label === undefined) return;
      if (node.children.length > 0) node.children.push({ type: 'text', value: ' ' });
      node.children.push({ type: 'text', value: label });
    });
  };
}

/** Names that the text itself imports or exports; what those are is the author's own matter. */
function declaredNames(tree: Root): Set<string> {
  const declared = new Set<string>();
  visit(tree, (node) => {
    if (String(node.type) !== 'mdxjsEsm' || !('value' in node)) return;
    for (const [word] of String(node.value).matchAll(/\b[A-Z]\w*/g)) declared.add(word);
  });
  return declared;
}
