import { previewedLinks } from './previewed-links.ts';

const loadPreview = () => import('./link-preview.ts');
const loadCommentForm = () => import('./comment-form.ts');

/** Loads the elements that most readers never use when an event shows that one is needed. */
const triggers: [event: string, selector: string, load: () => Promise<unknown>][] = [
  ['pointerover', '.prose > *', () => import('./paragraph-link.ts')],
  ['focusin', '.prose', () => import('./paragraph-link.ts')],
  ['stet-copy-paragraph-link', '*', () => import('./paragraph-link.ts')],
  ['pointerover', previewedLinks, loadPreview],
  ['focusin', previewedLinks, loadPreview],
  ['contextmenu', previewedLinks, loadPreview],
  ['click', 'a.cite', loadPreview],
  ['pointerover', 'comment-form', loadCommentForm],
  ['focusin', 'comment-form', loadCommentForm],
];

for (const [name, selector, load] of triggers) {
  const listener = (event: Event) => {
    const { target } = event;
    if (!(target instanceof Element && target.closest(selector))) return;
    if (load === loadPreview && document.documentElement.dataset['previews'] === 'off') return;
    document.removeEventListener(name, listener);
    // a tap on a citation and a long press on a link show the preview
    if (/^c/.test(name) && event instanceof PointerEvent && event.pointerType === 'touch')
      event.preventDefault();
    load().then(
      () => {
        // nothing else says afterwards that these have happened
        if (name === 'contextmenu' && event instanceof PointerEvent)
          target.dispatchEvent(new PointerEvent(name, event));
        else if (name === 'stet-copy-paragraph-link') target.dispatchEvent(new Event(name, event));
      },
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
