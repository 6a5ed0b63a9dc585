/**
 * Positions an absolutely positioned element at a point of the window, whatever its offset parent is.
 * @param left CSS pixels from the left edge of the window; limited so that the element stays inside the window
 * @param top CSS pixels from the top edge of the window
 */
export function positionOverlay(overlay: HTMLElement, left: number, top: number): void {
  const origin = overlay.offsetParent?.getBoundingClientRect();
  const maxLeft = document.documentElement.clientWidth - overlay.offsetWidth - 8;
  overlay.style.left = `${Math.max(8, Math.min(left, maxLeft)) - (origin?.left ?? 0)}px`;
  overlay.style.top = `${top - (origin?.top ?? 0)}px`;
}
