import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { nearest } from '../document/nearest.ts';
import { attributeOf } from './jsx-element.ts';
import { report } from './report.ts';

/** What each part is given by its author, and what it cannot do without. */
export const partRules: Readonly<
  Record<string, { required: readonly string[]; numbered?: 'figure' | 'table' }>
> = {
  Aside: { required: [] },
  Epigraph: { required: ['source'] },
  Figure: { required: ['id', 'caption'], numbered: 'figure' },
  PullQuote: { required: [] },
  Table: { required: ['id', 'caption'], numbered: 'table' },
  Timeline: { required: [] },
};

/**
 * Numbers figures and tables in the order of the text and prints the number where a link leads to one:
 * `[see](#fig-waves)` reads “see Figure 1”. A part that does not exist, or lacks what it needs, is reported.
 */
export function parts({ words }: { words: { figure: string; table: string } }) {
  return (tree: Root, file: VFile) => {
    const own = declared(tree);
    const numbers = new Map<string, string>();
    const count = { figure: 0, table: 0 };
    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      if (!node.name || !/^[A-Z]/.test(node.name) || own.has(node.name.split('.')[0] ?? '')) return;
      const rule = partRules[node.name];
      if (!rule) return report(file, node, noSuchPart(node.name));
      const given = node.attributes.map((attribute) =>
        attribute.type === 'mdxJsxAttribute' ? attribute.name : '',
      );
      for (const name of rule.required.filter((one) => !given.includes(one))) {
        report(file, node, `\`<${node.name}>\` has no \`${name}\`; add \`${name}="…"\`.`);
      }
      const id = attributeOf(node, 'id');
      if (!rule.numbered || !id) return;
      count[rule.numbered] += 1;
      const number = String(count[rule.numbered]);
      node.attributes.push({ type: 'mdxJsxAttribute', name: 'number', value: number });
      numbers.set(`#${id}`, `${words[rule.numbered]}\u00a0${number}`);
    });
    visit(tree, 'element', (node) => {
      const name = node.tagName === 'a' ? numbers.get(String(node.properties['href'])) : undefined;
      if (name === undefined) return;
      if (node.children.length > 0) node.children.push({ type: 'text', value: ' ' });
      node.children.push({ type: 'text', value: name });
    });
  };
}

/** Names that the text itself imports or exports; what those are is the author's own matter. */
function declared(tree: Root): Set<string> {
  const names = new Set<string>();
  visit(tree, (node) => {
    if (String(node.type) !== 'mdxjsEsm' || !('value' in node)) return;
    for (const [word] of String(node.value).matchAll(/\b[A-Z]\w*/g)) names.add(word);
  });
  return names;
}

function noSuchPart(name: string): string {
  const near = nearest(name, Object.keys(partRules));
  const right = near ? `Did you mean \`<${near}>\`?` : `The parts are: ${Object.keys(partRules).join(', ')}.`;
  return `\`<${name}>\` is not a part of an essay. ${right}`;
}
