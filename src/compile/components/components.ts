import { aside } from './aside.ts';
import type { SiteComponent } from './component.ts';
import { epigraph } from './epigraph.ts';
import { figure } from './figure.ts';
import { pullQuote } from './pull-quote.ts';
import { table } from './table.ts';
import { timeline } from './timeline.ts';
import { audio, video } from './video.ts';

/** What an author may use in an `.mdx` file without importing it. */
export const siteComponents: readonly SiteComponent[] = [
  aside,
  audio,
  epigraph,
  figure,
  pullQuote,
  table,
  timeline,
  video,
];
