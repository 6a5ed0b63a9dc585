import type { EssayOutput } from './output.ts';

/**
 * The pictures of an essay beside its other forms. Those of the page have names that change with their bytes, and sizes
 * for screens; these have the author's names, so that `![](waves.png)` in a form leads to one.
 */
export const pictures: EssayOutput = {
  addresses: [
    { address: '/essays/<slug>/<picture>', what: 'A picture of the essay, for feeds and plain forms.' },
  ],
  files: ({ pictures }) => [...pictures.values()],
};
