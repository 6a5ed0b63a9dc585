import { h } from 'hastscript';
import type { SiteComponent } from './component.ts';

/** A table with a number and a caption. */
export const table: SiteComponent = {
  name: 'Table',
  required: ['id', 'caption'],
  numbered: 'table',
  render: ({ id, children, attribute, label }) =>
    h('figure', { id, className: ['table-figure'] }, [
      h('figcaption', { id: `${id}-caption` }, [h('span.label', label), ' ', ...attribute('caption')]),
      ...children,
    ]),
};
