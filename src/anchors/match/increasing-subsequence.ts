/**
 * The longest run of numbers that only rises: which of them kept their order while others moved.
 * @returns indices into `values`, in order
 */
export function longestRise(values: readonly number[]): number[] {
  const tails: number[] = [];
  const before = new Int32Array(values.length).fill(-1);
  values.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const rise: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rise.push(at);
  return rise.reverse();
}

/** Where in a rising list of pairs a number falls: the partners of its neighbours on both sides. */
export function gapAround(
  pairs: readonly (readonly [number, number])[],
  position: number,
): { after: number; before: number } {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle]?.[0] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return { after: pairs[low - 1]?.[1] ?? -1, before: pairs[low]?.[1] ?? Number.POSITIVE_INFINITY };
}
