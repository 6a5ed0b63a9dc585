/** True where an error, or one that it wraps, however deep, passes a test: Astro and its bundler wrap what they meet. */
export function isOrWraps(error: unknown, test: (error: Error) => boolean): boolean {
  if (!(error instanceof Error)) return false;
  const inner = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return test(error) || [error.cause, ...inner].some((one) => isOrWraps(one, test));
}
