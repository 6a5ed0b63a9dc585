/** Loads what most readers of a page never use, at the moment it is wanted. */
const wanted: [event: string, selector: string, load: () => Promise<unknown>][] = [
  ['pointerover', '.prose > [id]', () => import('./paragraph-link.ts')],
  ['focusin', '.prose', () => import('./paragraph-link.ts')],
  ['stet-copy-place', '*', () => import('./paragraph-link.ts')],
  ['pointerover', 'a.cite', () => import('./reference-preview.ts')],
  ['focusin', 'a.cite', () => import('./reference-preview.ts')],
  ['click', 'a.cite', () => import('./reference-preview.ts')],
  ['pointerup', '.prose', () => import('./quote-link.ts')],
  ['keyup', '*', () => import('./quote-link.ts')],
];

for (const [event, selector, load] of wanted) {
  const listen = (input: Event) => {
    const { target } = input;
    if (!(target instanceof Element && target.closest(selector))) return;
    if (/up$/.test(event) && getSelection()?.isCollapsed !== false) return; // nothing is selected
    document.removeEventListener(event, listen);
    if (input instanceof PointerEvent && input.type === 'click' && input.pointerType === 'touch')
      input.preventDefault();
    load().then(
      () => event === 'stet-copy-place' && document.body.dispatchEvent(new Event(event, { bubbles: true })),
      () => document.addEventListener(event, listen), // it could not be loaded; the next time may do
    );
  };
  document.addEventListener(event, listen);
}
