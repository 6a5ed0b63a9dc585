/** Returns whether the event comes from a field in which the reader can type. Such a field handles its own keys. */
export function isInTextField({ target }: Event): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'))
  );
}
