import { h } from 'hastscript';
import type { SiteComponent } from './component.ts';

/** A list of dated events. */
export const timeline: SiteComponent = {
  name: 'Timeline',
  required: [],
  render: ({ id, children }) => h('div', { id, className: ['timeline'] }, children),
};
