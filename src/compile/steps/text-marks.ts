import type { Parents, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { matchesIn, type Place, phrasingParents, replaceBetween, signAt, signBefore } from '../phrasing.ts';

/** Letters of the scripts that put spaces between words, and figures. */
const wordSign = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_]/u;

/**
 * `==marked==`, `x^2^` and `H~2~O`. A sign that stands alone, between spaces or around spaces is left as it is; so is
 * one in the middle of a word for a mark. One `~` on each side means a subscript only where it follows a word without a space, and
 * strikethrough elsewhere, as GitHub reads it.
 */
export function textMarks() {
  return (tree: Root, file: VFile) => {
    const source = String(file.value);
    const has = (sign: string) => source.includes(sign);
    if (!has('==') && !has('^') && !has('~')) return;
    for (const parent of [...phrasingParents(tree)]) {
      if (has('==')) wrap(parent, /(?<!=)==(?!=)/g, 2, 'mark', canMark);
      if (has('^')) wrap(parent, /\^/g, 1, 'sup', canRaise);
      if (has('~')) lower(parent, source);
    }
  };
}

type Test = (children: readonly RootContent[], open: Place, close: Place, size: number) => boolean;

function wrap(parent: Parents, pattern: RegExp, size: number, name: 'mark' | 'sup', test: Test): void {
  let from: Place = { child: 0, at: 0 };
  for (;;) {
    const [open, close] = matchesIn(parent.children, pattern, from);
    if (!open || !close) return;
    if (!test(parent.children, open, close, size)) {
      from = { child: open.child, at: open.at + size };
      continue;
    }
    const at = replaceBetween(parent, { ...open, length: size }, { ...close, length: size }, (children) => ({
      type: 'emphasis',
      data: { hName: name },
      children,
    }));
    from = { child: at + 1, at: 0 };
  }
}

const canMark: Test = (children, open, close, size) => {
  const first = signAt(children, { child: open.child, at: open.at + size });
  const last = signBefore(children, close);
  const next = signAt(children, { child: close.child, at: close.at + size });
  return (
    /\S/.test(first) &&
    /\S/.test(last) &&
    !wordSign.test(signBefore(children, open)) &&
    !wordSign.test(next) &&
    !isSame(open, close, size)
  );
};

const canRaise: Test = (children, open, close) => {
  const before = signBefore(children, open);
  const inside = between(children, open, close);
  return /[^\s([{<«“‘"']/.test(before) && /[\p{L}\p{N}]/u.test(inside) && !/\s/.test(inside);
};

function between(children: readonly RootContent[], open: Place, close: Place): string {
  return children
    .slice(open.child, close.child + 1)
    .map((node, index) => {
      const text = textOf(node);
      const end = open.child + index === close.child ? close.at : text.length;
      return text.slice(index === 0 ? open.at + 1 : 0, end);
    })
    .join('');
}

function isSame(open: Place, close: Place, size: number): boolean {
  return open.child === close.child && close.at === open.at + size;
}

/** What GitHub strikes out becomes a subscript where one `~` follows a word, and no space is inside. */
function lower(parent: Parents, source: string): void {
  for (const [child, node] of parent.children.entries()) {
    if (node.type !== 'delete') continue;
    const start = node.position?.start.offset ?? 0;
    if (source[start] !== '~' || source[start + 1] === '~') continue;
    if (/[\p{L}\p{N})\]]/u.test(signBefore(parent.children, { child, at: 0 })) && !/\s/.test(textOf(node)))
      node.data = { ...node.data, hName: 'sub' };
  }
}
