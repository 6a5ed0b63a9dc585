import { h } from 'hastscript';
import { fragmentAddress } from '../../document/address.ts';
import type { Outdated } from '../../document/block-ids.ts';
import type { BlockInTree } from '../blocks.ts';

/** What is said above a block whose original has changed, in the language of the text. */
export interface OutdatedWords {
  outdated: string;
}

/** Puts a line above each block of a translation that is behind its original, with a link to that. In a note it is inside. */
export function markOutdated(
  blocks: readonly BlockInTree[],
  ids: readonly string[],
  { ids: behind, original }: Outdated,
  { outdated }: OutdatedWords,
): void {
  const marked = new Set(behind);
  blocks.forEach(({ kind, tag, parent }, index) => {
    const id = ids[index] ?? '';
    if (!marked.has(id) || kind === 'part' || kind === 'reference') return;
    const line = h('p.outdated', { dataPagefindIgnore: '' }, [
      h('a', { href: fragmentAddress(original, id) }, outdated),
    ]);
    if (kind === 'note') tag.children.unshift(line);
    else parent.children.splice(parent.children.indexOf(tag), 0, line);
  });
}
