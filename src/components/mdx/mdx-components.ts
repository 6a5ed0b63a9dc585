import Aside from './Aside.astro';
import Epigraph from './Epigraph.astro';
import Figure from './Figure.astro';
import PullQuote from './PullQuote.astro';
import Table from './Table.astro';
import Timeline from './Timeline.astro';

/** What an author may use in an `.mdx` file without importing it. Their rules are in `markdown/parts.ts`. */
export const parts = { Aside, Epigraph, Figure, PullQuote, Table, Timeline };
