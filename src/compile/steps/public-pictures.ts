import type { Element, Root } from 'hast';
import { visit } from '../../document/visit.ts';
import { publicFolder } from '../../paths.ts';
import { pictureSize, publicPicture } from '../public-picture.ts';

/**
 * Gives pictures in `public/` the size that they have, so that nothing moves when they come; those beside a text get
 * theirs when they are made in several sizes. Where the author wrote one of the two, the other follows.
 * @param folder absolute path of what is served as it is
 */
export function publicPictures({ folder = publicFolder }: { folder?: string } = {}) {
  return async (tree: Root) => {
    const pictures: Element[] = [];
    visit(tree, 'element', (node) => {
      if (node.tagName === 'img') pictures.push(node);
    });
    for (const { properties } of pictures) {
      const path = publicPicture(String(properties['src'] ?? ''), folder);
      const size = path === null ? null : await pictureSize(path);
      if (size === null) continue;
      const [width, height] = [Number(properties['width'] ?? 0), Number(properties['height'] ?? 0)];
      if (width === 0 && height === 0) Object.assign(properties, size);
      else if (height === 0) properties['height'] = Math.round((width * size.height) / size.width);
      else if (width === 0) properties['width'] = Math.round((height * size.width) / size.height);
    }
  };
}
