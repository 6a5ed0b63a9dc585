import type { Root } from 'hast';
import { naturalIds } from '../essay/natural-ids.ts';
import { blocksOf, setId } from './blocks.ts';

/** Gives every block of a text the id by which a link can lead to it. */
export function anchors() {
  return (tree: Root) => {
    const blocks = blocksOf(tree);
    const ids = naturalIds(blocks);
    blocks.forEach((block, index) => {
      setId(block.tag, ids[index] ?? '');
    });
  };
}
