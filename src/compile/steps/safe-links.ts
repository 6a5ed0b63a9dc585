import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { positionOf, report } from '../report.ts';

/** Schemes that an address in a text may have. Addresses without a scheme stay inside the site. */
const allowed = ['https:', 'http:', 'mailto:', 'tel:'];

/**
 * Refuses addresses that would run code or show made-up pages (`javascript:`, `data:` and their like).
 */
export function safeLinks() {
  return (tree: Root, file: VFile) => {
    visit(tree, 'element', (node) => {
      for (const name of ['href', 'src'] as const) {
        const address = node.properties[name];
        if (typeof address !== 'string') continue;
        const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address.trim())?.[0].toLowerCase();
        if (scheme === undefined || allowed.includes(scheme)) continue;
        const values = { address, scheme, allowed: allowed.map((one) => `\`${one}\``).join(', ') };
        report(file, problem('text/unsafe-address', values, positionOf(file, node)));
      }
    });
  };
}
