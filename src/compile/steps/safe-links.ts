import type { Root, RootContent } from 'hast';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { addressAsRead } from '../address-as-read.ts';
import { literalValue } from '../jsx-element.ts';
import { positionOf, report } from '../report.ts';

/** Schemes that an address in a text may have. Addresses without a scheme stay inside the site. */
const allowed = ['https:', 'http:', 'mailto:', 'tel:'];

/** Attributes that hold one address, as they are called in the tree and in JSX. */
const addresses = new Set([
  'href',
  'src',
  'xLinkHref',
  'xlink:href',
  'xlinkHref',
  'poster',
  'cite',
  'longDesc',
  'data',
]);

/** Refuses addresses that would run code or show made-up pages (`javascript:`, `data:` and their like). */
export function safeLinks() {
  return (tree: Root, file: VFile) => {
    visit(tree, (node) => {
      for (const address of addressesOf(node)) {
        const scheme = schemeOf(address);
        if (scheme === undefined || allowed.includes(scheme)) continue;
        const values = { address, scheme, allowed: allowed.map((one) => `\`${one}\``).join(', ') };
        report(file, problem('text/unsafe-address', values, positionOf(file, node)));
      }
    });
  };
}

function addressesOf(node: Root | RootContent): string[] {
  if (node.type === 'element')
    return Object.entries(node.properties).flatMap(([name, value]) =>
      addresses.has(name) && typeof value === 'string' ? [value] : [],
    );
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
  return node.attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute' || !addresses.has(attribute.name)) return [];
    const value = literalValue(attribute);
    return typeof value === 'string' ? [value] : [];
  });
}

function schemeOf(address: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:/i.exec(addressAsRead(address))?.[0].toLowerCase();
}
