import { type Problem, problem } from '../document/problem.ts';

/** Quotes and elements inside each other, at most. The compiler itself ends without a word at about a thousand. */
const deepest = 200;

/** Elements that have no end tag. */
const voidElements = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b/i;

/** What would be lost, be dangerous or stop the compiler without a sentence, found in the raw text of a file. */
export function textProblems(file: string, text: string): Problem[] {
  const problems: Problem[] = [];
  let depth = 0;
  let fence = '';
  let tooDeep = false;
  text.split('\n').forEach((line, index) => {
    const at = control(line);
    if (at >= 0) {
      const character = `U+${line.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
      const position = { file, line: index + 1, column: at + 1 };
      problems.push(problem('source/control-character', { character }, position));
    }
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '' ? mark !== '' : mark.startsWith(fence)) {
      fence = fence === '' ? mark : '';
      return;
    }
    if (fence !== '') return;
    const quotes = (/^(?:\s{0,3}>\s?)+/.exec(line)?.[0].match(/>/g) ?? []).length;
    depth += opened(line) - (line.match(/<\/[a-zA-Z]/g) ?? []).length;
    if (!tooDeep && (quotes > deepest || depth > deepest)) {
      tooDeep = true;
      problems.push(problem('source/too-deep', { depth: deepest }, { file, line: index + 1 }));
    }
  });
  return problems;
}

/** The index of the first control character, or -1. Tab and the two line ends are text. */
function control(line: string): number {
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    if ((code < 32 && code !== 9 && code !== 13) || code === 127) return index;
  }
  return -1;
}

function opened(line: string): number {
  const tags = line.match(/<[a-zA-Z][^>]*>/g) ?? [];
  return tags.filter((tag) => !tag.endsWith('/>') && !voidElements.test(tag)).length;
}
