import type { Element, Parents, Root } from 'hast';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { addressAsRead } from '../address-as-read.ts';
import { positionOf, report } from '../report.ts';

const media = new Set(['audio', 'img', 'source', 'track', 'video']);

/** Reports pictures, sounds and films on other sites: the policy of the page lets no browser load them. */
export function localMedia() {
  return (tree: Root, file: VFile) => {
    visit(tree, 'element', (node, _index, parent) => {
      if (!media.has(node.tagName)) return;
      for (const address of addressesOf(node))
        if (/^(?:https?:|[\\/]{2})/i.test(addressAsRead(address)))
          report(file, problem(codeFor(node, parent), { address }, positionOf(file, node)));
    });
  };
}

function addressesOf({ properties: { src, poster, srcSet } }: Element): string[] {
  const candidates = Array.isArray(srcSet) ? srcSet.map(String) : String(srcSet ?? '').split(',');
  const ofSet = candidates.map((candidate) => candidate.trim().split(/\s/)[0] ?? '');
  return [src, poster, ...ofSet]
    .filter((address) => typeof address === 'string' && address !== '')
    .map(String);
}

function codeFor(
  { tagName }: Element,
  parent: Parents | undefined,
): 'text/remote-image' | 'text/remote-media' {
  const isPicture = parent?.type === 'element' && parent.tagName === 'picture';
  return tagName === 'img' || isPicture ? 'text/remote-image' : 'text/remote-media';
}
