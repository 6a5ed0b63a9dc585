import { isOrWraps } from './wrapped-errors.ts';

/** True where an error, or one of its causes, is a full disk: in the form of node or of the bundler. */
export function isDiskFull(error: unknown): boolean {
  return isOrWraps(
    error,
    (one) =>
      ('code' in one && (one.code === 'ENOSPC' || one.code === 'EDQUOT')) ||
      /No space left on device/i.test(one.message),
  );
}
