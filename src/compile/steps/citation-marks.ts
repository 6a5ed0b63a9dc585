import type { Root, RootContent } from 'mdast';
import { citationMark } from '../../document/citation-mark.ts';
import { SKIP, visit } from '../../document/visit.ts';

/** Citations in square brackets: `[@key]`, `[@key, p. 12]`, `[@one; @two]`, with the comma and semicolon of any script. */
const oneWork = String.raw`@[\w:.#$%&+?<>~/-]+(?:(?:,\s|[،、，]\s?)[^\];؛；]+)?`;
const bracketed = new RegExp(String.raw`\[${oneWork}(?:[;؛；]\s?${oneWork})*\]`, 'g');

/**
 * Marks the citations of a text, so that nobody takes for one what HTML in Markdown has between brackets, where
 * Markdown is not read, or what has a backslash before it.
 */
export function citationMarks() {
  return (tree: Root) => {
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || !node.value.includes('[@')) return;
      const parts: RootContent[] = [];
      let done = 0;
      for (const match of node.value.matchAll(bracketed)) {
        if (match.index > done) parts.push({ ...node, value: node.value.slice(done, match.index) });
        parts.push({
          type: 'emphasis',
          data: { hName: 'span', hProperties: { [citationMark]: '' } },
          children: [{ ...node, value: match[0] }],
        });
        done = match.index + match[0].length;
      }
      if (parts.length === 0) return;
      if (done < node.value.length) parts.push({ ...node, value: node.value.slice(done) });
      parent.children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    });
  };
}
