import { calloutKind } from '../compile/callout-kinds.ts';
import { siteComponents } from '../compile/components/components.ts';
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

/**
 * Tags without a meaning of their own that only this other site knew, lines `<Box>` and `</Box>` and elements such as
 * `<call-out class="a">`: what is between them stays.
 */
export function withoutOtherWrappers(text: string, format: 'md' | 'mdx', note: Note): string {
  const own = new Set(siteComponents.map(({ name }) => name));
  const isWrapper = (name: string) =>
    !own.has(name) &&
    new RegExp(`^[ \\t]*<${name}>[ \\t]*$`, 'm').test(text) &&
    new RegExp(`^[ \\t]*</${name}>[ \\t]*$`, 'm').test(text) &&
    !new RegExp(`<${name}\\s+[^>]*=|\\b(?:import|const|function)\\b[^\\n]*\\b${name}\\b`).test(text);
  const isPlain = (name: string) =>
    new RegExp(`</${name}\\s*>`).test(text) &&
    !new RegExp(`<${name}\\s+(?!(?:(?:class|className|id)\\s*=\\s*"[^"]*"\\s*)*>)`).test(text);
  const remove = (text: string, pattern: RegExp, is: (name: string) => boolean) =>
    replaceOutsideCode(text, format, pattern, (match, line) => {
      if (!is(match[1] ?? '')) return null;
      note(line, `\`${match[0].trim()}\` was removed, what is in it stays`);
      return '';
    });
  const boxes = remove(text, /^[ \t]*<\/?([A-Z]\w*)>[ \t]*$/gm, isWrapper);
  return remove(boxes, /<\/?([a-z]+(?:-[a-z\d]+)+)(?:\s[^<>]*)?>/g, isPlain);
}

/** Styles in the way of JSX, which no page of this site may have. */
export function withoutJsxStyles(text: string, format: 'md' | 'mdx', note: Note): string {
  return replaceOutsideCode(text, format, /(?<=<[a-z][^<>]*)\s+style=\{\{[^{}]*\}\}/g, (match, line) => {
    const above = /^\s*/.exec(match[0])?.[0].split('\n').length ?? 1; // the lines of the tag before it
    note(line + above - 1, `\`${match[0].trim().replaceAll(/\s+/g, ' ')}\` was removed`);
    return '';
  });
}
