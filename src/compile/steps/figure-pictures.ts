import type { PhrasingContent, Root } from 'mdast';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { attributeOf } from '../jsx-element.ts';
import { positionOf, report } from '../report.ts';

/**
 * Moves the picture of `<Figure src="./a.png" alt="…">` into the figure as a Markdown picture, so that it is
 * made in several sizes like every other. A picture without a text for those who cannot see it is reported.
 */
export function figurePictures() {
  return (tree: Root, file: VFile) => {
    visit(tree, 'mdxJsxFlowElement', (node) => {
      if (node.name !== 'Figure') return;
      if (!node.attributes.some((one) => one.type === 'mdxJsxAttribute' && one.name === 'src')) return;
      const [source, alt] = [attributeOf(node, 'src'), attributeOf(node, 'alt')];
      if (!source || !alt?.trim()) {
        report(file, problem('text/figure-without-alt', {}, positionOf(file, node)));
        return;
      }
      node.attributes = node.attributes.filter(
        (one) => one.type !== 'mdxJsxAttribute' || !['src', 'alt'].includes(one.name),
      );
      const { position } = node;
      const picture: PhrasingContent = { type: 'image', url: source, alt, ...(position && { position }) };
      Object.assign(node, { children: [picture, ...node.children] });
    });
  };
}
