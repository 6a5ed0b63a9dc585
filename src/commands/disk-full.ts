/** True where an error, or one of its causes, is a full disk: in the form of node or of the bundler. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true;
  const inner = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return [error.cause, ...inner].some(isDiskFull) || /No space left on device/i.test(error.message);
}
