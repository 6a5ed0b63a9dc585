import type { Root, RootContent } from 'hast';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { addressAsRead } from '../address-as-read.ts';
import { literalValue } from '../jsx-element.ts';
import { positionOf, report } from '../report.ts';

/** Elements of a drawing whose `href` names something that is drawn or used; `a` is a link. */
const users = /^(?:use|pattern|filter|textPath|linearGradient|radialGradient)$/i;

/** Attributes of a drawing that hold a value of CSS, in which a function can name an address; without their hyphens. */
const styled = /^(?:fill|stroke|filter|mask|clippath|marker(?:start|mid|end)?|cursor)$/i;

/** Reports what a drawing would take from elsewhere: the policy of the page lets no browser load it. */
export function drawnParts() {
  return (tree: Root, file: VFile) => {
    visit(tree, (node) => {
      for (const [name, value] of attributesOf(node))
        for (const address of addressesIn(name, value, nameOf(node)))
          if (/^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i.test(addressAsRead(address)))
            report(file, problem('text/remote-drawing', { address, name }, positionOf(file, node)));
    });
  };
}

function addressesIn(name: string, value: string, element: string): string[] {
  if (/^(?:x-?link:?)?href$/i.test(name)) return users.test(element) ? [value] : [];
  if (!styled.test(name.replaceAll('-', ''))) return [];
  const functions =
    /(?:url|src|image|image-set|cross-fade|element)\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))/gi;
  return [...withoutEscapes(value).matchAll(functions)].map(
    (found) => found[1] ?? found[2] ?? found[3] ?? '',
  );
}

/** A value of CSS in which each sign is written as itself. */
function withoutEscapes(css: string): string {
  return css.replaceAll(/\\(?:([\da-f]{1,6})\s?|(.))/gi, (_, code: string | undefined, sign = '') => {
    const number = code === undefined ? -1 : Number.parseInt(code, 16);
    return number < 0 || number > 0x10ffff ? sign : String.fromCodePoint(number);
  });
}

function nameOf(node: Root | RootContent): string {
  if (node.type === 'element') return node.tagName;
  return 'name' in node ? (node.name ?? '') : '';
}

function attributesOf(node: Root | RootContent): [string, string][] {
  if (node.type === 'element')
    return Object.entries(node.properties).map(([name, value]) => [name, String(value)]);
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
  return node.attributes.flatMap((attribute): [string, string][] =>
    attribute.type === 'mdxJsxAttribute' ? [[attribute.name, String(literalValue(attribute) ?? '')]] : [],
  );
}
