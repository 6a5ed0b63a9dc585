/** Whether an error, or one that caused it, says that nothing more can be written: node's own or the bundler's. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true;
  const within = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return [error.cause, ...within].some(isDiskFull) || /No space left on device/i.test(error.message);
}
