/** Loads what most readers of a page never use, at the moment it is wanted. */
const wanted: [event: string, selector: string, load: () => Promise<unknown>][] = [
  ['pointerover', 'a.cite', () => import('./reference-preview.ts')],
  ['focusin', 'a.cite', () => import('./reference-preview.ts')],
  ['pointerup', '.prose', () => import('./quote-link.ts')],
  ['keyup', '*', () => import('./quote-link.ts')],
];

for (const [event, selector, load] of wanted) {
  const listen = ({ target }: Event) => {
    if (!(target instanceof Element && target.closest(selector))) return;
    if (selector !== 'a.cite' && getSelection()?.isCollapsed !== false) return;
    document.removeEventListener(event, listen);
    load().catch(() => document.addEventListener(event, listen));
  };
  document.addEventListener(event, listen);
}
