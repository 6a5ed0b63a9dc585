import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { InlineMath } from 'mdast-util-math';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { positionOf, report } from '../report.ts';

/**
 * A formula between `$$` on lines of its own, or in a block of code named `math`, is displayed, also where the signs are on the same line as the formula.
 * One that never ends, which would take the rest of the text with it, is reported.
 */
export function displayFormulas() {
  return (tree: Root, file: VFile) => {
    const source = String(file.value);
    writtenAsCode(tree);
    if (!source.includes('$$')) return;
    visit(tree, 'math', (node) => {
      const raw = source.slice(node.position?.start.offset, node.position?.end.offset);
      if (!/\n[ \t>]*\$\$+[ \t]*$/.test(raw))
        report(file, problem('text/unclosed-formula', {}, positionOf(file, node)));
    });
    visit(tree, 'paragraph', (node, index, parent) => {
      const [first] = node.children;
      if (
        first?.type === 'text' &&
        /^\$\$(?!\$)/.test(first.value) &&
        source.startsWith('$$', first.position?.start.offset)
      )
        report(file, problem('text/unclosed-formula', {}, positionOf(file, node)));
      if (!parent || index === undefined) return;
      const parts = split(node, source);
      if (!parts) return;
      Object.assign(parent, { children: parent.children.toSpliced(index, 1, ...parts) });
      return index + parts.length;
    });
  };
}

/** Formulas as GitHub writes them, so that Markdown changes no sign in them: `$`x`$`, and a block of code named `math`. */
function writtenAsCode(tree: Root): void {
  visit(tree, ['inlineMath', 'code'], (node, index, parent) => {
    if (node.type === 'inlineMath') {
      const [, tex] = /^`([^`]+)`$/.exec(node.value) ?? [];
      if (tex !== undefined)
        Object.assign(node, {
          value: tex,
          data: { ...node.data, hChildren: [{ type: 'text', value: tex }] },
        });
    }
    if (node.type !== 'code' || node.lang !== 'math' || !parent || index === undefined) return;
    parent.children.splice(index, 1, display(node));
  });
}

/** The paragraph taken apart at its displayed formulas; null where it has none. */
function split(paragraph: Paragraph, source: string): RootContent[] | null {
  const { children } = paragraph;
  const parts: RootContent[] = [];
  let run: PhrasingContent[] = [];
  const close = () => {
    const trimmed = trim(run);
    const [first] = trimmed;
    const position = first?.position
      ? { start: first.position.start, end: trimmed.at(-1)?.position?.end ?? first.position.end }
      : paragraph.position;
    if (first) parts.push({ type: 'paragraph', children: trimmed, ...(position ? { position } : {}) });
    run = [];
  };
  for (const [index, node] of children.entries()) {
    if (node.type !== 'inlineMath' || !isAlone(children, index, node, source)) {
      run.push(node);
      continue;
    }
    close();
    parts.push(display(node));
  }
  close();
  return parts.some(({ type }) => type === 'math') ? parts : null;
}

/** True for two signs with nothing else on their line, punctuation behind them apart. */
function isAlone(
  children: readonly PhrasingContent[],
  index: number,
  node: InlineMath,
  source: string,
): boolean {
  if (!source.startsWith('$$', node.position?.start.offset)) return false;
  const [before, after] = [children[index - 1], children[index + 1]];
  const isFirst =
    !before || before.type === 'break' || (before.type === 'text' && /\n[ \t]*$/.test(before.value));
  const isLast =
    !after || after.type === 'break' || (after.type === 'text' && /^[ \t]*(?:\n|$)/.test(after.value));
  return isFirst && isLast;
}

function trim(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = nodes.filter(
    (node, index) => node.type !== 'break' || (index > 0 && index < nodes.length - 1),
  );
  return kept
    .map((node, index) => {
      if (node.type !== 'text') return node;
      const start = index === 0 ? node.value.trimStart() : node.value;
      return { ...node, value: index === kept.length - 1 ? start.trimEnd() : start };
    })
    .filter((node) => node.type !== 'text' || node.value !== '');
}

/** The node that remark-math makes of a formula between lines of `$$`. */
function display({ value, position }: Pick<InlineMath, 'value' | 'position'>): RootContent {
  const tex = value.trim();
  return {
    type: 'math',
    value: tex,
    data: {
      hName: 'pre',
      hChildren: [
        {
          type: 'element',
          tagName: 'code',
          properties: { className: ['language-math', 'math-display'] },
          children: [{ type: 'text', value: tex }],
        },
      ],
    },
    ...(position ? { position } : {}),
  };
}
