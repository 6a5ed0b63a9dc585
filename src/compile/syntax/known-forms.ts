/** A line that opens a container in one of the ways of other programs. */
const container =
  /^((?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*)(:{3,})[ \t]*(?:\{\s*\.([\w-]+)([^}]*)\}|([\w-]+)(.*))$/;

/** Two dollar signs at the beginning of a line, and a formula that does not end there. */
const openedFormula = /^([ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?)\$\$(?!\$)((?:(?!\$\$).)*)$/;

/**
 * Writes lines that other programs read and the parser does not in the form that it knows: `::: tip A title` becomes
 * `:::tip[A title]`, and a formula between `$$` whose signs are not both alone on their lines comes to stand on its first
 * line. Code is left as it is; no line is added or removed.
 */
export function knownForms(text: string): string {
  if (!text.includes(':::') && !text.includes('$$')) return text;
  const lines = text.split('\n');
  let fence = '';
  let done = -1;
  const boxes = boxFences(lines);
  lines.forEach((line, index) => {
    const mark = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '' ? mark !== '' : mark.startsWith(fence)) {
      fence = fence === '' ? mark : '';
      return;
    }
    if (fence !== '') boxes.code(index);
    if (fence !== '' || index <= done) return;
    lines[index] = containerLine(line);
    boxes.line(index);
    if (openedFormula.test(line)) done = joinFormula(lines, index);
  });
  return lines.join('\n');
}

/**
 * Gives a container that has colons in a block of code more colons than those: the parser would take them for its end.
 * Each method is told of one line, from top to bottom.
 */
function boxFences(lines: string[]) {
  const open: { at: number; needs: number }[] = [];
  const colons = (at: number) => /^[^:]*(:{3,})/.exec(lines[at] ?? '')?.[1]?.length ?? 0;
  const lengthen = (at: number, size: number) => {
    lines[at] = (lines[at] ?? '').replace(/:{3,}/, ':'.repeat(size));
  };
  return {
    code: (at: number): void => {
      const inside = /^[ \t>]*(:{3,})$/.exec((lines[at] ?? '').trimEnd())?.[1]?.length ?? 0;
      for (const [depth, box] of open.toReversed().entries())
        if (inside >= colons(box.at)) box.needs = Math.max(box.needs, inside + 1 + depth);
    },
    line: (at: number): void => {
      const line = (lines[at] ?? '').trimEnd();
      if (container.test(line)) open.push({ at, needs: 0 });
      else if (/^[ \t>]*:{3,}$/.test(line)) {
        const box = open.pop();
        if (!box || box.needs === 0) return;
        lengthen(box.at, box.needs);
        lengthen(at, box.needs);
      }
    },
  };
}

/** @returns the index of the last line of the formula that begins at `first` */
function joinFormula(lines: string[], first: number): number {
  const [, prefix = '', beginning = ''] = openedFormula.exec(lines[first] ?? '') ?? [];
  const isAlone = beginning.trim() === '';
  const inside: string[] = [];
  for (let index = first + 1; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').replace(/^[ \t>]*/, '').trimEnd();
    const end = line.indexOf('$$');
    if (end < 0) {
      if (line === '' && !isAlone) return first; // a formula that begins beside its sign has no empty line
      inside.push(line);
      continue;
    }
    if (end === 0 && isAlone) return index; // as the parser knows it
    const hasComment = [beginning, ...inside].some((one) => /(?<!\\)%/.test(one));
    if (hasComment || inside.includes('')) return first;
    lines[first] = `${prefix}$$${[beginning.trim(), ...inside, line].filter(Boolean).join(' ')}`;
    const quote = /^[ \t>]*/.exec(prefix)?.[0].trimEnd() ?? '';
    for (let blank = first + 1; blank <= index; blank += 1) lines[blank] = quote;
    return index;
  }
  return first;
}

function containerLine(line: string): string {
  const found = container.exec(line.trimEnd());
  if (!found) return line;
  const [, before = '', colons = '', pandoc, pandocRest = '', name = '', rest = ''] = found;
  if (pandoc !== undefined)
    return `${before}${colons}${pandoc}${pandocRest.trim() && `{${pandocRest.trim()}}`}`;
  const title = rest.trim().replace(/\s*:+$/, '');
  if (title === '') return `${before}${colons}${name}`;
  if (/^[[{]/.test(rest)) return line;
  if (/^\{.*\}$/.test(title)) return `${before}${colons}${name}${title}`;
  return `${before}${colons}${name}[${title.replaceAll(/[[\]]/g, String.raw`\$&`)}]`;
}
