/** How far the next line that both texts have is looked for, where lines were added or taken away. */
const farthest = 400;

/** The numbers of the lines of a text that nobody has changed, from 1. */
export function ownLines(text: string): number[] {
  return text.split('\n').map((_, index) => index + 1);
}

/**
 * The lines of the source from which those of a changed text are, so that what is said of the text names the source.
 * @param origins those of the lines of the text before it was changed
 */
export function originsAfter(before: string, after: string, origins: readonly number[]): number[] {
  if (before === after) return [...origins];
  const [old, made] = [before.split('\n'), after.split('\n')];
  const found: number[] = [];
  for (let at = 0; found.length < made.length; ) {
    const index = found.length;
    const next =
      made[index] === old[at] ? { inMade: 0, inOld: 0 } : nextCommon(made.slice(index), old.slice(at));
    for (let line = 0; line < next.inMade; line += 1)
      found.push(origins[at + Math.min(line, Math.max(0, next.inOld - 1))] ?? origins.at(-1) ?? 1);
    at += next.inOld;
    if (found.length < made.length) found.push(origins[at] ?? origins.at(-1) ?? 1);
    at += 1;
  }
  return found;
}

/** How many lines of each come before the nearest line of words that both have; one of each where there is none. */
function nextCommon(made: readonly string[], old: readonly string[]): { inMade: number; inOld: number } {
  const firstAt = new Map<string, number>();
  for (const [at, line] of old.slice(0, farthest).entries())
    if (line.trim() !== '' && !firstAt.has(line)) firstAt.set(line, at);
  let best = { inMade: 1, inOld: 1, sum: Number.POSITIVE_INFINITY };
  for (const [at, line] of made.slice(0, farthest).entries()) {
    const inOld = firstAt.get(line);
    if (inOld !== undefined && at + inOld < best.sum) best = { inMade: at, inOld, sum: at + inOld };
  }
  return best;
}
