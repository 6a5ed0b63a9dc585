/**
 * The longest increasing subsequence: which numbers kept their order while others moved.
 * @returns indices into `values`, in order
 */
export function longestIncreasingSubsequence(values: readonly number[]): number[] {
  const tails: number[] = [];
  const predecessors = new Int32Array(values.length).fill(-1);
  values.forEach((value, index) => {
    const length = firstIndexWhere(tails.length, (at) => (values[tails[at] ?? 0] ?? 0) >= value);
    predecessors[index] = length > 0 ? (tails[length - 1] ?? -1) : -1;
    tails[length] = index;
  });
  const subsequence: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = predecessors[at] ?? -1) subsequence.push(at);
  return subsequence.reverse();
}

/** Where a number falls in an increasing list of pairs: the partners of its neighbours on both sides. */
export function gapAround(
  pairs: readonly (readonly [number, number])[],
  position: number,
): { after: number; before: number } {
  const next = firstIndexWhere(pairs.length, (at) => (pairs[at]?.[0] ?? 0) >= position);
  return { after: pairs[next - 1]?.[1] ?? -1, before: pairs[next]?.[1] ?? Number.POSITIVE_INFINITY };
}

/** Binary search: the first index from 0 to `length` for which a condition holds that holds for all later ones. */
export function firstIndexWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
