const loadCommentForm = () => import('./comment-form.ts');

/** Loads the elements that most readers never use when an event shows that one is needed. */
const triggers: [event: string, selector: string, load: () => Promise<unknown>][] = [
  ['pointerover', '.prose > *', () => import('./paragraph-link.ts')],
  ['focusin', '.prose', () => import('./paragraph-link.ts')],
  ['stet-copy-paragraph-link', '*', () => import('./paragraph-link.ts')],
  ['pointerover', 'a.cite', () => import('./reference-preview.ts')],
  ['focusin', 'a.cite', () => import('./reference-preview.ts')],
  ['click', 'a.cite', () => import('./reference-preview.ts')],
  ['pointerup', '.prose', () => import('./quote-link.ts')],
  ['keyup', '*', () => import('./quote-link.ts')],
  ['pointerover', 'comment-form', loadCommentForm],
  ['focusin', 'comment-form', loadCommentForm],
];

for (const [name, selector, load] of triggers) {
  const listener = (event: Event) => {
    const { target } = event;
    if (!(target instanceof Element && target.closest(selector))) return;
    if (/up$/.test(name) && getSelection()?.isCollapsed !== false) return; // nothing is selected
    document.removeEventListener(name, listener);
    if (event instanceof PointerEvent && event.type === 'click' && event.pointerType === 'touch')
      event.preventDefault();
    load().then(
      () =>
        name === 'stet-copy-paragraph-link' &&
        document.body.dispatchEvent(new Event(name, { bubbles: true })),
      () => document.addEventListener(name, listener), // loading failed: the next event tries again
    );
  };
  document.addEventListener(name, listener);
}

if (location.hash === '#leave-a-comment') loadCommentForm().catch(console.warn);
