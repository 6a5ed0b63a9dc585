/**
 * True where every combination of values is tried, which takes about twice as long: in the engine's own CI. Elsewhere
 * each value is tried at least once.
 */
export const isThorough: boolean = process.env['STET_THOROUGH'] === '1';

/** All items where tests are thorough; else one in three, another third for each number, so that three numbers try all. */
export function share<Item>(items: readonly Item[], number: number): Item[] {
  return items.filter((_, index) => isThorough || (index + number) % 3 === 0);
}
