import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { visit } from '../../document/visit.ts';

/** Signs that mean something to a step behind the parser, so that an author may want to write them as they are. */
const signs = '=^~[]:{$}|%<>#!';

/** Code points that Unicode keeps for the inside of programs: no text has them. */
const first = 0xfdd0;

/** Braces of attributes in an `.mdx` file, where the parser would read JavaScript between plain ones. */
export const attributeBraces = { open: '\ufdee', close: '\ufdef' } as const;

/** Puts code points that no step looks for in the place of signs with a backslash before them. */
export function hideEscapes() {
  return (tree: Root, file: VFile) => {
    const source = String(file.value);
    if (!source.includes('\\')) return;
    visit(tree, 'text', (node) => {
      const { start, end } = node.position ?? {};
      if (start?.offset === undefined || end?.offset === undefined) return;
      const raw = source.slice(start.offset, end.offset);
      if (raw.includes('\\')) node.value = hidden(node.value, raw);
    });
  };
}

/** Puts the signs back. */
export function showEscapes() {
  return (tree: Root) => {
    visit(tree, 'text', (node) => {
      node.value = node.value.replaceAll(/[\ufdd0-\ufdef]/g, shown);
    });
  };
}

function shown(hidden: string): string {
  if (hidden === attributeBraces.open) return '{';
  if (hidden === attributeBraces.close) return '}';
  return signs[hidden.charCodeAt(0) - first] ?? hidden;
}

/** @param raw the same text as it is in the file, with backslashes, entities and the marks of lists and quotes */
function hidden(value: string, raw: string): string {
  let result = '';
  let at = 0;
  for (const sign of value.split('')) {
    while (at < raw.length && raw[at] !== sign && raw[at] !== '\\' && raw[at] !== '&') at += 1;
    if (raw[at] === '\\' && raw[at + 1] === sign && signs.includes(sign)) {
      result += String.fromCharCode(first + signs.indexOf(sign));
      at += 2;
      continue;
    }
    result += sign;
    if (raw[at] === '\\' && raw[at + 1] === sign) at += 2;
    else if (raw[at] === '&' && sign !== '&') at += /^&[^;\s]*;/.exec(raw.slice(at))?.[0].length ?? 1;
    else at += 1;
  }
  return result;
}
