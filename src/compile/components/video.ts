import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { SiteComponent } from './component.ts';

/** A film beside the text; `captions` is a WebVTT file, `poster` a picture shown before it begins. */
export const video: SiteComponent = {
  name: 'Video',
  required: ['src'],
  render: ({ id, children, attribute }) =>
    h('figure.media', { id }, [...children, ...caption(attribute('caption'))]),
};

/** A sound beside the text. */
export const audio: SiteComponent = { ...video, name: 'Audio' };

function caption(words: ElementContent[]): ElementContent[] {
  return words.length > 0 ? [h('figcaption', words)] : [];
}
