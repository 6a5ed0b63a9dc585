import { h } from 'hastscript';
import type { SiteComponent } from './component.ts';

/** A drawing or a picture with a number and a caption. */
export const figure: SiteComponent = {
  name: 'Figure',
  required: ['id', 'caption'],
  others: ['alt', 'src'],
  numbered: 'figure',
  render: ({ id, children, attribute, label }) =>
    h('figure', { id, className: ['figure'] }, [
      ...children,
      h('figcaption', [h('span.label', label), ' ', ...attribute('caption')]),
    ]),
};
