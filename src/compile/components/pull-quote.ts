import { h } from 'hastscript';
import type { SiteComponent } from './component.ts';

/** Words of the text, set large. They repeat the text, so they are for the eye alone. */
export const pullQuote: SiteComponent = {
  name: 'PullQuote',
  required: [],
  render: ({ id, children }) => h('div', { id, className: ['pull-quote'], ariaHidden: 'true' }, children),
};
