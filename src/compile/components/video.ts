import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { SiteComponent } from './component.ts';

/** A film beside the text; `captions` is a WebVTT file, `poster` a picture shown before it begins. */
export const video: SiteComponent = {
  name: 'Video',
  required: ['src'],
  others: ['captions', 'height', 'poster', 'width'],
  render: ({ id, children, attribute }) =>
    h('figure.media', { id }, [...children, ...caption(attribute('caption'))]),
};

/** A sound beside the text. */
export const audio: SiteComponent = { ...video, name: 'Audio', others: ['captions', 'of', 'times'] };

function caption(words: ElementContent[]): ElementContent[] {
  return words.length > 0 ? [h('figcaption', words)] : [];
}
