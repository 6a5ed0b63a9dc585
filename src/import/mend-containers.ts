import { calloutKind } from '../compile/callout-kinds.ts';
import { replaceOutsideCode } from './outside-code.ts';
import type { Note } from './template-tags.ts';

/** Lines of `:::` without those of a container that only this other site knew; what is in it stays. */
export function withoutOtherContainers(text: string, format: 'md' | 'mdx', note: Note): string {
  const open: boolean[] = []; // whether each is kept
  return replaceOutsideCode(text, format, /^[ \t]*:{3,}[ \t]*([^\n]*)$/gm, (match, line) => {
    const [whole, rest = ''] = match;
    const [, name = ''] = /^([a-z][\w-]*)/i.exec(rest) ?? [];
    if (name !== '') {
      const isKept = calloutKind(name.toLowerCase()) !== null;
      open.push(isKept);
      if (isKept) return null;
      note(line, `\`${whole.trim()}\` was removed, what is in it stays`);
      return '';
    }
    if (rest.trim() !== '') return null;
    return open.pop() === false ? '' : null;
  });
}
