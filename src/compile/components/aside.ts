import { h } from 'hastscript';
import type { SiteComponent } from './component.ts';

/** What a reader may pass over. */
export const aside: SiteComponent = {
  name: 'Aside',
  required: [],
  render: ({ id, children }) => h('div', { id, className: ['aside'], role: 'note' }, children),
};
