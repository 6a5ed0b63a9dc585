import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { nearest } from '../../document/nearest.ts';
import { problem } from '../../document/problem.ts';
import { positionOf, report } from '../report.ts';

/** Reports a picture that does not lie where the text says, before the bundler does in its own words. */
export function missingPictures() {
  return (tree: Root, file: VFile) => {
    if (!file.path) return;
    const folder = dirname(file.path);
    visit(tree, 'image', (node, index, parent) => {
      const path = decodeURI(node.url);
      if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(path) || existsSync(join(folder, path))) return;
      const pictures = readdirSync(folder).filter((name) => /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(name));
      const near = nearest(path.replace(/^\.\//, ''), pictures);
      const values = { address: node.url, images: pictures.join(', ') || 'none' };
      report(file, problem('text/missing-image', values, positionOf(file, node), near && `./${near}`));
      if (parent && index !== undefined) parent.children[index] = { type: 'text', value: node.alt ?? '' };
    });
  };
}
