import { words } from 'virtual:comment-words';
import { commentPreview } from './comment-preview.ts';
import { newButton, newElement } from './new-element.ts';

/** The part of a form that shows a comment as the page will, and the button that opens it. */
export interface PreviewPart {
  toggle: HTMLButtonElement;
  region: HTMLElement;
  /** Says what the text is now; it is rendered only while the part is open. */
  show(text: string): void;
}

export function newPreview(): PreviewPart {
  const region = newElement('div', { className: 'preview', hidden: true });
  Object.assign(region, { role: 'group', ariaLabel: words.preview });
  let current = '';
  const render = () => {
    if (!region.hidden) region.replaceChildren(...commentPreview(current));
  };
  const toggle = newButton(words.preview, () => {
    region.hidden = !region.hidden;
    toggle.ariaExpanded = String(!region.hidden);
    render();
  });
  toggle.ariaExpanded = 'false';
  return {
    toggle,
    region,
    show(text) {
      current = text;
      render();
    },
  };
}
