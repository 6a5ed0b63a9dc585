import { isOrWraps } from './wrapped-errors.ts';

/** Whether an entry of the cache that was counted on is damaged (`DamagedEntry`). */
export function hasDamagedEntry(error: unknown): boolean {
  return isOrWraps(error, (one) => 'isDamagedEntry' in one);
}
