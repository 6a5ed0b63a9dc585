import type { PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { attributeOf } from '../jsx-element.ts';
import { report } from '../report.ts';

const noAlt =
  '`<Figure>` has a picture and no `alt`; say what the picture shows, for those who cannot see it.';

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
        return report(file, node, noAlt);
      }
      node.attributes = node.attributes.filter(
        (one) => one.type !== 'mdxJsxAttribute' || !['src', 'alt'].includes(one.name),
      );
      const picture: PhrasingContent = { type: 'image', url: source, alt };
      Object.assign(node, { children: [picture, ...node.children] });
    });
  };
}
