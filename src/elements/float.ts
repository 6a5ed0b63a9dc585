/**
 * Puts a box that floats over the page at a point of the window, whatever box of the page it belongs to.
 * @param left and top in CSS pixels from the window's edge; left is kept inside the window
 */
export function float(box: HTMLElement, left: number, top: number): void {
  const origin = box.offsetParent?.getBoundingClientRect();
  const room = document.documentElement.clientWidth - box.offsetWidth - 8;
  box.style.left = `${Math.max(8, Math.min(left, room)) - (origin?.left ?? 0)}px`;
  box.style.top = `${top - (origin?.top ?? 0)}px`;
}
