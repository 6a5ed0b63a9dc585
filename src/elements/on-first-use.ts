const loadCommentForm = () => import('./comment-form.ts');

/** Loads the elements that most readers never use when an event shows that one is needed. */
const triggers: [event: string, selector: string, load: () => Promise<unknown>][] = [
  ['pointerover', '.prose > *', () => import('./paragraph-link.ts')],
  ['focusin', '.prose', () => import('./paragraph-link.ts')],
  ['stet-copy-paragraph-link', '*', () => import('./paragraph-link.ts')],
  ['pointerover', 'a.cite', () => import('./reference-preview.ts')],
  ['focusin', 'a.cite', () => import('./reference-preview.ts')],
  ['click', 'a.cite', () => import('./reference-preview.ts')],
  ['pointerover', 'comment-form', loadCommentForm],
  ['focusin', 'comment-form', loadCommentForm],
];

for (const [name, selector, load] of triggers) {
  const listener = (event: Event) => {
    const { target } = event;
    if (!(target instanceof Element && target.closest(selector))) return;
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

/** By mouse, keyboard or touch: what is selected in the text can be linked to. */
function onSelection() {
  const { anchorNode, isCollapsed } = getSelection() ?? {};
  if (isCollapsed !== false || !anchorNode?.parentElement?.closest('.prose')) return;
  document.removeEventListener('selectionchange', onSelection);
  import('./quote-link.ts').catch(() => document.addEventListener('selectionchange', onSelection));
}
document.addEventListener('selectionchange', onSelection);

if (location.hash === '#leave-a-comment') loadCommentForm().catch(console.warn);
