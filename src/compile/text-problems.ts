import { invisibleControl } from '../document/invisible-control.ts';
import { type Problem, problem } from '../document/problem.ts';

/** Lists, quotes, emphases and elements inside each other, at most. The compiler ends without a word at a few hundred. */
const deepest = 100;

/** Marks in one paragraph, at most. What reads them takes time with the square of their number. */
const mostMarks = 5000;

/** Elements that have no end tag. */
const voidElements = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** Elements that the next of their kind ends, or the end of what they are in. */
const endedByOthers = /^(?:dd|dt|li|option|p|rp|rt|td|th|tr)$/i;

/** What would be lost, be dangerous or stop the compiler without a sentence, found in the raw text of a file. */
export function textProblems(file: string, text: string): Problem[] {
  const problems: Problem[] = [];
  let emphases = 0;
  const lists: number[] = [];
  let fence = '';
  let tooDeep = false;
  let marks = 0;
  let boxes = 0; // containers, `:::note`
  const elements: string[] = []; // those that are open
  text.split('\n').forEach((line, index) => {
    const found = control(line);
    if (found) {
      const { character, at } = found;
      const position = { file, line: index + 1, column: at + 1 };
      problems.push(problem('source/control-character', { character }, position));
    }
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '' ? mark !== '' : mark.startsWith(fence)) {
      fence = fence === '' ? mark : '';
      return;
    }
    if (fence !== '') return;
    if (/^\s*:{3,}\s*\S/.test(line)) boxes += 1;
    else if (/^\s*:{3,}\s*$/.test(line)) boxes = Math.max(0, boxes - 1);
    const containers = containersIn(line, lists) + boxes;
    emphases = line.trim() === '' ? 0 : emphasesAfter(line, emphases);
    const before = /^\s*(?:$|[-+*#>|<]|\d+[.)])/.test(line) ? 0 : marks; // where no line above goes on
    marks = before + marksIn(line);
    if (before <= mostMarks && marks > mostMarks)
      problems.push(problem('source/too-many-marks', { most: mostMarks }, { file, line: index + 1 }));
    const open = tooDeep ? 0 : mostOpen(line, elements);
    if (!tooDeep && Math.max(containers, emphases, open) > deepest) {
      tooDeep = true;
      problems.push(problem('source/too-deep', { depth: deepest }, { file, line: index + 1 }));
    }
  });
  return problems;
}

/** The first character of a line that may be in no text, also where it is written as a number (`&#x202e;`); null where there is none. */
function control(line: string): { character: string; at: number } | null {
  const found = invisibleControl.exec(line);
  if (found) return { character: nameOf(found[0].codePointAt(0) ?? 0), at: found.index };
  if (!line.includes('&#')) return null;
  for (const { 1: hexadecimal, 2: decimal, index } of line.matchAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi)) {
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    if (code === 0x202d || code === 0x202e || isNoCharacter(code))
      return { character: nameOf(code), at: index };
  }
  return null;
}

/** True for a number that Unicode gives to no character, and that no file of XML may have. */
function isNoCharacter(code: number): boolean {
  return code <= 0x10ffff && /\p{Noncharacter_Code_Point}/u.test(String.fromCodePoint(code));
}

function nameOf(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * How many lists and quotes a line is in.
 * @param lists columns at which the text of the open lists begins; changed to those that are open behind the line
 */
function containersIn(line: string, lists: number[]): number {
  const [markers = ''] = /^(?:\s*(?:>|(?:[-*+]|\d{1,9}[.)])(?=\s)))+/.exec(line) ?? [];
  const indent = line.length - line.trimStart().length;
  if (line.trim() !== '') while (lists.length > 0 && indent < (lists.at(-1) ?? 0)) lists.pop();
  const count = (markers.match(/>|[-*+]|\d+[.)]/g) ?? []).length;
  const depth = lists.length + count;
  if (markers !== '' && !markers.includes('>')) lists.push(markers.length + 1);
  return depth;
}

/** How many emphases are open behind a line, at most: runs of `*` and `_` that begin one, without those that end one. */
function emphasesAfter(line: string, before: number): number {
  let [open, most] = [before, before];
  for (const [run, mark = ''] of line.matchAll(/(?<=^|[\s*_])([*_]+)(?=[^\s*_])|(?<=\S)[*_]+/g)) {
    open = mark === '' ? Math.max(0, open - run.length) : open + run.length;
    most = Math.max(most, open);
  }
  return most > deepest ? most : open;
}

/** Runs of signs that mark words, and backquotes. A line of HTML has none. */
function marksIn(line: string): number {
  if (/^\s*</.test(line)) return 0;
  const runs = line.match(/\*+|_+|==+|~+|\^+|`/g)?.length ?? 0;
  return runs + (line.match(/\]\(/g)?.length ?? 0) / 4;
}

/**
 * How many elements are open at most in a line; those shown as code are none.
 * @param elements names of the open elements; changed to those that are open behind the line
 */
function mostOpen(line: string, elements: string[]): number {
  let most = elements.length;
  const shown = line.includes('`') ? line.replaceAll(/(?<!`)(`+)(?!`)[^`]*(?<!`)\1(?!`)/g, '') : line;
  for (const [tag, slash, name = ''] of shown.matchAll(/<(\/?)([a-zA-Z][\w.-]*)[^<>]*>/g)) {
    if (slash === '/') {
      const at = elements.lastIndexOf(name);
      const inside = at < 0 ? [] : elements.splice(at).slice(1);
      elements.push(...inside.filter((one) => !endedByOthers.test(one)));
    } else if (!tag.endsWith('/>') && !voidElements.test(name)) {
      if (endedByOthers.test(name) && elements.at(-1) === name) elements.pop();
      elements.push(name);
    }
    most = Math.max(most, elements.length);
    if (most > deepest) break; // no more has to be known
  }
  return most;
}
