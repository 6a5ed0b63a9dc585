import { closest, distance } from 'fastest-levenshtein';

/**
 * The candidate most like `name`, or null when none is near enough to be a likely misspelling: at most a
 * third of the letters may differ, and never fewer than two.
 */
export function nearest(name: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0) return null;
  const best = closest(name.toLowerCase(), [...candidates]);
  const limit = Math.max(2, Math.floor(name.length / 3));
  return distance(name.toLowerCase(), best) <= limit ? best : null;
}
