/** Whether a key was pressed in a field that it may be typed into, to which it then belongs. */
export function isInField({ target }: Event): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'))
  );
}
