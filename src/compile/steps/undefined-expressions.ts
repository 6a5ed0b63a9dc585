import type { Root } from 'mdast';
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { positionOf, report } from '../report.ts';

/** `{…}` in the text of an `.mdx` file, with the program that MDX reads in it. */
interface Expression extends Node {
  value: string;
  data?: { estree?: { body: { expression?: { type: string; name?: string } }[] } | null };
}

const isExpression = (node: Node): node is Expression => /^mdx(?:Text|Flow)Expression$/.test(node.type);

/**
 * Reports braces that were surely not meant as a program: a name that the text has not declared, and a list, of
 * which only the last item would be printed.
 */
export function undefinedExpressions() {
  return (tree: Root, file: VFile) => {
    const declared = new Set<string>();
    visit(tree, (node: Node) => {
      if (node.type !== 'mdxjsEsm' || !('value' in node)) return;
      for (const [name] of String(node.value).matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) declared.add(name);
    });
    visit(tree, (node: Node) => {
      if (!isExpression(node)) return;
      const expression = node.data?.estree?.body[0]?.expression;
      const isList = expression?.type === 'SequenceExpression';
      if (!isList && (expression?.type !== 'Identifier' || declared.has(expression.name ?? ''))) return;
      const at = positionOf(file, node);
      if (isList) report(file, problem('text/list-in-braces', { value: node.value }, at));
      else report(file, problem('text/undefined-name', { name: node.value }, at));
    });
  };
}
