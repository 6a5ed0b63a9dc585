import { h } from 'hastscript';
import type { SiteComponent } from './component.ts';

/** A quotation before the text; `source` says who wrote the words, and where. */
export const epigraph: SiteComponent = {
  name: 'Epigraph',
  required: ['source'],
  render: ({ id, children, attribute }) =>
    h('figure', { id, className: ['epigraph'] }, [
      h('blockquote', children),
      ' ', // two sentences in a form that is one line
      h('figcaption', attribute('source')),
    ]),
};
